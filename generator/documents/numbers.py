"""The numbers that the contract's articles and annexes have, for papers that name what they rest on."""

from __future__ import annotations

from collections.abc import Mapping

from generator.documents.articles import headings, write
from generator.documents.choices import applied
from generator.documents.clauses import load
from generator.documents.kind import Job

NONE = "—"


def articles_of(job: Job, context: Mapping[str, object]) -> Mapping[str, str]:
    """Return number and title of each clause of the job's contract by its id, as the contract prints them."""
    project, language = job.project, job.language
    clauses, _ = applied(load(job.library)[0], project.deviations, language)
    return headings(write(clauses, project.project.kind, context, language)[0], language)


def article(titles: Mapping[str, str], clause: str) -> str:
    """Return the number of a clause, such as 第九条, a dash where the contract has no such clause."""
    return titles.get(clause, "").split("\u3000")[0] or NONE
