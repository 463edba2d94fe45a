"""Check P105: chair or recorder not among those present."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "P105",
    Severity.WARNING,
    Text("主持人或记录人不在出席名单", "chair or recorder not among those present"),
    page(
        Text("主持人和记录人应当在出席人员之中。", "Chair and recorder are among those present."),
        Text(
            "没有出席的人不能主持或记录，纪要会自相矛盾。",
            "Who was not there neither chaired nor recorded; the minutes contradict themselves.",
        ),
        "{chair: zhou, recorder: wu, present: [zhou, chen]}",
        "{chair: zhou, recorder: wu, present: [zhou, chen, wu]}",
        Text("补入出席名单，或改正主持人、记录人。", "Add them, or correct chair or recorder."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each chair and recorder who was not present."""
    names = {contact.id: contact.name for contact in project.contacts}
    for index, meeting in enumerate(project.meetings):
        for key, zh, person in (("chair", "主持人", meeting.chair), ("recorder", "记录人", meeting.recorder)):
            if person not in meeting.present:
                name = names.get(person, person)
                message = Text(f"{zh}{name}不在出席名单", f"the {key} {name} is not among those present")
                yield found(CODE, message, Place(("meetings", index, key)))
