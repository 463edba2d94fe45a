"""The loop of a program that stays warm: a request per line on standard input, an answer per line."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path


def serve(version: str, make: Callable[[str], bytes]) -> None:
    """Answer requests until standard input ends; ``make`` returns a document that holds the text it is given."""
    print(json.dumps({"version": version}), flush=True)
    made = 0
    for line in sys.stdin:
        request = json.loads(line)
        if "save" in request:
            Path(request["save"]).write_bytes(make("HT-0000"))
            answer: dict[str, object] = {"saved": request["save"]}
        else:
            taken = []
            for _ in range(request["times"]):
                made += 1
                number = f"HT-{made:04}"
                begun = time.perf_counter()
                make(number)
                taken.append((time.perf_counter() - begun) * 1000)
            answer = {"ms": taken}
        print(json.dumps(answer), flush=True)
