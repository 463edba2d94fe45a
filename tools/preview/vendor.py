"""Take what shows Word files in the preview page from npm, by the lock file, into templates/preview/vendor/."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "templates" / "preview" / "vendor"
FILES = {
    "docx-preview/dist/docx-preview.min.js": "docx-preview.min.js",
    "docx-preview/LICENSE": "docx-preview-LICENSE.txt",
    "jszip/dist/jszip.min.js": "jszip.min.js",
    "jszip/LICENSE.markdown": "jszip-LICENSE.txt",
}


def main() -> None:
    """Install and copy; without npm say what is then missing, which is no failure."""
    npm = shutil.which("npm")
    if npm is None:
        print("npm is not installed: the preview shows Word files in simplified form")
        return
    command = [npm, "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    subprocess.run(command, cwd=HERE, check=True)
    TARGET.mkdir(parents=True, exist_ok=True)
    for source, name in FILES.items():
        text = (HERE / "node_modules" / source).read_text(encoding="utf-8")
        lines = (line for line in text.splitlines() if not line.startswith("//# sourceMappingURL="))
        (TARGET / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
