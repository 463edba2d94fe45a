"""The W codes: what can be wrong with the files of a workspace, with their manual pages."""

from __future__ import annotations

from generator.diagnostics import Code, Severity, Text

UNREADABLE = Code(
    "W101",
    Severity.ERROR,
    Text("文件无法读取", "file cannot be read"),
    Text(
        "没有读取权限，文件刚被移走，或它不是普通文件。检查权限后重试。",
        "No permission, the file has just been moved, or it is no regular file. Check and try again.",
    ),
)
NO_PROJECT = Code(
    "W102",
    Severity.ERROR,
    Text("没有找到项目", "no project found"),
    Text(
        "specs/ 中的每个文件夹是一个项目，这个文件夹里却没有 YAML 文件（名称以下划线或点开头的不读取）。"
        "放入项目文件，或删去文件夹；用 jiayi new 可新建项目。",
        "Every folder in specs/ is a project, yet this one holds no YAML file (names that begin with an underscore or a "
        "dot are not read). Put the project's files into it or delete it; jiayi new makes a project.",
    ),
)
SAME_ID = Code(
    "W103",
    Severity.ERROR,
    Text("两个项目的编号相同", "two projects have the same id"),
    Text(
        "项目编号（project.id）用作输出文件夹名，两个项目会互相覆盖。给其中一个换一个编号；只有大小写不同也算相同。",
        "The project id names the output folder, so two projects would overwrite each other. Give one of them "
        "another id; ids that differ in case only count as the same.",
    ),
)
SECTION_TWICE = Code(
    "W201",
    Severity.ERROR,
    Text("同一部分写了两次", "section given twice"),
    Text(
        "一个项目文件夹中的文件合成一个项目，每个顶层部分只能出现在一个文件里。删去其中一处，或把内容合到一处。\n\n"
        "meetings/、measurements/ 等文件夹里的文件合成同名的列表，这时别处就不要再写这个列表。",
        "The files of a project folder are put together, so each top-level section stands in one file only. "
        "Delete one of them or move its content to the other.\n\n"
        "Files in meetings/, measurements/ and so on make up the list of that name; then give it nowhere else.",
    ),
)
NOT_A_MAPPING = Code(
    "W202",
    Severity.ERROR,
    Text("文件顶层不是“键: 值”", "the top level is no mapping"),
    Text(
        "项目文件的顶层由若干部分组成，例如：\n\n    project:\n      id: demo\n    parties:\n      …",
        "The top level of a project file is made of sections, for example:\n\n    project:\n      id: demo\n    parties:\n      …",
    ),
)
UNKNOWN_FOLDER = Code(
    "W203",
    Severity.ERROR,
    Text("项目文件夹中有不认识的子文件夹", "unknown folder in a project"),
    Text(
        "项目文件夹中的子文件夹以列表部分命名，例如 meetings/、measurements/、evaluations/，每个文件是其中一项或几项，"
        "其中不再分文件夹。其他子文件夹会被忽略，里面的内容就丢了，所以是错误。改名，或移到别处；名称以下划线或点开头的不读取。",
        "A folder in a project is named after a list section, such as meetings/, measurements/ or evaluations/; each of its "
        "files is one entry or several, and it holds no further folders. Any other folder would be ignored and its content lost, hence an error. Rename or "
        "move it; names that begin with an underscore or a dot are not read.",
    ),
)
NOTHING_WAIVED = Code(
    "W204",
    Severity.WARNING,
    Text("豁免没有对象", "a waiver of nothing"),
    Text(
        "项目里（或 at 所写的部分里）没有这种警告。问题已经解决的，删去这处豁免；代码或位置写错的，更正。",
        "There is no such warning in the project, or in the part that “at” names. Remove the waiver of what is mended, "
        "or correct code or part.",
    ),
)
ERROR_WAIVED = Code(
    "W205",
    Severity.ERROR,
    Text("错误不能豁免", "an error cannot be waived"),
    Text(
        "只有警告可以豁免。错误是条文写明无效、禁止，或者自相矛盾的内容，须改正后才能生成文件。",
        "Only warnings can be waived. An error is what a statute makes void or forbids, or what contradicts itself: correct it.",
    ),
)
