"""The letter by which Party A authorises its sales agent: agent, matters, powers and period (Civil Code 165)."""

from __future__ import annotations

from generator.diagnostics import Text
from generator.documents import word
from generator.documents.contract import scope
from generator.documents.kind import DocumentKind, Item, Job, Rendered
from generator.documents.word import say
from generator.model.profile import ProjectKind
from generator.model.project import Project


def items(project: Project) -> tuple[Item, ...]:
    """Return the one letter of a sales agency; other kinds of contract give no power to act in Party A's name."""
    agency = project.project.kind is ProjectKind.SALES_AGENCY and project.contract.sales is not None
    return (Item("", f"授权委托书_{project.contract.number}", ("contract", "sales")),) if agency else ()


def render(job: Job) -> Rendered:
    """Return the letter as a Word document, or everything that is missing or wrong."""
    title = say(job.language, "authorization")
    return word.render(job, "authorization.docx", scope(job.project), title, job.project.contract.number)


KIND = DocumentKind("authorization", Text("授权委托书", "Letter of authorisation"), ".docx", items, render)
