"""What a PDF says about itself."""

from __future__ import annotations

import datetime

from generator.model.value import record


@record
class Properties:
    """What a PDF says about itself. ``created`` comes from the caller: the program never asks the clock.

    ``provenance`` are further keys of the information dictionary (ASCII letters and digits) with their values:
    hash of the specification, commit, version of the tool.
    """

    title: str
    created: datetime.datetime
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "zh-CN"
    creator: str = "jiayi"
    provenance: tuple[tuple[str, str], ...] = ()

    def entries(self) -> dict[str, str]:
        """Return the information dictionary (ISO 32000-1, 14.3.3); what is empty is left out."""
        date = _date(self.created)
        entries = {
            **dict(self.provenance),
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Keywords": ", ".join(self.keywords),
            "Creator": self.creator,
            "Producer": "ReportLab",
            "CreationDate": date,
            "ModDate": date,
        }
        return {key: value for key, value in entries.items() if value}


def _date(moment: datetime.datetime) -> str:
    """Return a PDF date (ISO 32000-1, 7.9.4)."""
    offset = moment.strftime("%z")
    return moment.strftime("D:%Y%m%d%H%M%S") + (f"{offset[:3]}'{offset[3:5]}'" if offset else "")
