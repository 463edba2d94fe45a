"""The S codes: what can be wrong with the shape of data, with their manual pages."""

from __future__ import annotations

from generator.diagnostics import Code, Severity, Text

UNKNOWN_KEY = Code(
    "S101",
    Severity.ERROR,
    Text("未知的键", "unknown key"),
    Text(
        "这里没有这个键。多半是拼写错误，或写错了层级。\n\n错误：\n\n    contract:\n      titel: 服务合同\n\n"
        "正确：\n\n    contract:\n      title: 服务合同\n\n为什么是错误：被忽略的键就是被漏掉的约定。",
        "There is no such key here: most often a misspelling or the wrong level.\n\nWrong:\n\n    contract:\n"
        "      titel: Services\n\nRight:\n\n    contract:\n      title: Services\n\n"
        "Why an error: a key that is ignored is a term that is lost.",
    ),
)
MISSING = Code(
    "S102",
    Severity.ERROR,
    Text("缺少必填项", "required value missing"),
    Text(
        "文件必须有这个值，文书才不会出现空白。在所指位置补上这个键和值；含义见提示或编辑器中的说明。",
        "The documents need this value so that no blank appears. Add the key and its value at the place shown; "
        "the hint and your editor's hover say what it means.",
    ),
)
TYPE = Code(
    "S103",
    Severity.ERROR,
    Text("类型不符", "wrong type"),
    Text(
        "值的类型与要求不同。常见情形：\n\n"
        '- 电话、邮编、证件号码、账号要写成文字，加引号："310000"\n'
        "- 金额和数量写成数字，不带逗号和单位：360000.00\n"
        "- 列表的每一项以“- ”开头\n- 键后面没有写值（空值）",
        "The value is of another type than asked for. Common cases:\n\n"
        '- phone, postcode, document and account numbers are text: write "310000" in quotes\n'
        "- amounts and quantities are numbers without separators or units: 360000.00\n"
        "- every entry of a list begins with “- ”\n- a key without a value (empty)",
    ),
)
CHOICE = Code(
    "S104",
    Severity.ERROR,
    Text("不在可选值之内", "not one of the choices"),
    Text(
        "这里只接受列出的几个值。按提示改成其中之一。",
        "Only the listed values are accepted. Take one of them.",
    ),
)
FORM = Code(
    "S105",
    Severity.ERROR,
    Text("写法不符", "written in the wrong form"),
    Text(
        '值的写法与要求不同：\n\n- 日期 2026-03-31\n- 时间 14:00\n- 期间 2026-03、2026-Q1、2026-H1 或 "2026"\n'
        "- 期限 10 working days、30 calendar days、6 months、1 year\n- 编号只用字母、数字、点、下划线和连字符\n"
        "- 文字不能以空白开头或结尾，单行文字不能换行",
        "The value is written in another form than asked for:\n\n- date 2026-03-31\n- time 14:00\n"
        '- period 2026-03, 2026-Q1, 2026-H1 or "2026"\n'
        "- duration 10 working days, 30 calendar days, 6 months, 1 year\n"
        "- ids hold letters, digits, dot, underscore and hyphen only\n"
        "- text neither begins nor ends with a blank, and a single-line text has no line break",
    ),
)
RANGE = Code(
    "S106",
    Severity.ERROR,
    Text("超出允许范围", "out of range"),
    Text(
        "数值超出允许范围，或金额多于两位小数（金额最小到分）。",
        "The number is outside the range allowed, or an amount has more than two decimals (the cent is the least).",
    ),
)
SIZE = Code(
    "S107",
    Severity.ERROR,
    Text("内容过短或过长", "too short or too long"),
    Text(
        "必填的文字或列表是空的，或文字过长。写上内容；不适用的可选项请整行删去。",
        "A required text or list is empty, or a text is too long. Fill it in; delete an optional key that does not apply.",
    ),
)
UNKNOWN_ID = Code(
    "S201",
    Severity.ERROR,
    Text("引用了不存在的编号", "reference to an id that does not exist"),
    Text(
        "责任人、指标、里程碑等都用编号引用；这个编号没有定义。改正编号，或在相应列表中补上这一项。",
        "Owners, KPIs, milestones and so on are named by id; nothing has this id. Correct it, or add the entry to its list.",
    ),
)
TWICE = Code(
    "S202",
    Severity.ERROR,
    Text("编号重复", "id given twice"),
    Text(
        "同一类的两项用了同一个编号，引用就不知道指哪一项。给其中一项换一个编号。",
        "Two entries of one kind have the same id, so a reference is ambiguous. Give one of them another id.",
    ),
)
