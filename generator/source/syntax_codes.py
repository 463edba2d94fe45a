"""The codes and manual pages of YAML syntax errors; ``syntax`` decides which one applies."""

from __future__ import annotations

from generator.diagnostics import Text
from generator.source.manual import error, page

Y120 = error(
    120,
    Text(zh="YAML 语法错误", en="YAML syntax error"),
    page(
        Text(
            zh="这里不符合 YAML 语法。常见原因：缩进、冒号、引号或括号；先看这一行和上一行。",
            en="This is not YAML. Common causes: indentation, colons, quotes or brackets; look at this line and the "
            "one above.",
        ),
        Text(zh="读不懂的文件不能猜着用。", en="A file that cannot be read is not guessed at."),
        wrong="title: *a 框架协议",
        right='title: "*a 框架协议"',
    ),
)
Y121 = error(
    121,
    Text(zh="引号没有结束", en="quote not closed"),
    page(
        Text(
            zh="以引号开头的值必须以同样的引号结尾。值里要用同种引号时，外层换用另一种。",
            en="A value that begins with a quote must end with the same one. If the value contains that quote, use "
            "the other kind around it.",
        ),
        Text(
            zh="引号不结束，后面的所有行都会变成这段文本。",
            en="Without the closing quote all following lines become part of the text.",
        ),
        wrong='title: "框架协议\nprice: 100',
        right='title: "框架协议"\nprice: 100',
    ),
)
Y122 = error(
    122,
    Text(zh="缩进或层级不对", en="wrong indentation"),
    page(
        Text(
            zh="同一级的键或列表项要左对齐，下级比上级多缩进两个空格；列表从键的下一行开始。",
            en="Keys or list items of one level are aligned; each level is two spaces deeper; a list begins on the "
            "line after its key.",
        ),
        Text(
            zh="YAML 靠缩进表示从属关系，差一格就属于别的条目。",
            en="Indentation says what belongs to what; one space less and it belongs to another entry.",
        ),
        wrong="party:\n  name: 甲公司\n phone: 123",
        right="party:\n  name: 甲公司\n  phone: 123",
    ),
)
Y125 = error(
    125,
    Text(zh="括号不配对", en="brackets do not match"),
    page(
        Text(
            zh="[ ] 和 { } 必须成对，其中的各项用半角逗号分开。以 [ 或 { 开头的文本要加引号。",
            en="[ ] and { } come in pairs, with ASCII commas between the entries. Quote a text that begins with [ or {.",
        ),
        Text(
            zh="括号不结束，后面的行都会算在里面。",
            en="Without the closing bracket all following lines belong to it.",
        ),
        wrong="cities: [北京, 上海\nyear: 2026",
        right="cities: [北京, 上海]\nyear: 2026",
    ),
)
Y127 = error(
    127,
    Text(zh="值以特殊符号开头", en="a value begins with a reserved character"),
    page(
        Text(
            zh="未加引号的值不能以 @ ` % & * ! ? , ] } 等符号开头；请给整个值加引号。",
            en="A value without quotes cannot begin with @ ` % & * ! ? , ] } and the like; put it in quotes.",
        ),
        Text(zh="这些符号在 YAML 中另有含义。", en="These characters have a meaning of their own in YAML."),
        wrong="contact: @张三",
        right='contact: "@张三"',
    ),
)
Y129 = error(
    129,
    Text(zh="无效的转义", en="unknown escape sequence"),
    page(
        Text(
            zh='双引号内的反斜杠是转义符，只有 \\n \\t \\" \\\\ \\uXXXX 等少数写法有效。Windows 路径请用单引号。',
            en='In double quotes a backslash begins an escape; only \\n \\t \\" \\\\ \\uXXXX and a few more exist. '
            "Write Windows paths in single quotes.",
        ),
        Text(zh="无法知道反斜杠后面是什么意思。", en="What the backslash means cannot be known."),
        wrong='folder: "D:\\合同"',
        right="folder: 'D:\\合同'",
    ),
)
Y130 = error(
    130,
    Text(zh="这一行没有冒号", en="a line without a colon"),
    page(
        Text(
            zh="与键同级的每一行都要写成“键: 值”。上一行文本的继续要缩进，最好用 |。",
            en="Each line on the level of keys is “key: value”. A line that continues the text above must be "
            "indented; better use |.",
        ),
        Text(
            zh="没有冒号就不知道它是哪一项的内容。",
            en="Without a colon nobody knows which entry it belongs to.",
        ),
        wrong="title: 框架协议\n补充说明\nyear: 2026",
        right="title: |\n  框架协议\n  补充说明\nyear: 2026",
    ),
)
Y131 = error(
    131,
    Text(zh="引号结束后还有文字", en="text after the closing quote"),
    page(
        Text(
            zh="值以引号开头时，引号结束处就是值的结束。值里要有引号，外层请用另一种引号。",
            en="A value that begins with a quote ends at the closing one. If it contains quotes use the other kind "
            "around it.",
        ),
        Text(zh="后面的文字不属于任何一项。", en="The text after it belongs to no entry."),
        wrong='title: "合同" 草案',
        right="title: '\"合同\" 草案'",
    ),
)
Y132 = error(
    132,
    Text(zh="| 或 > 后面有文字", en="text after | or >"),
    page(
        Text(
            zh="| 和 > 表示下一行开始多行文本，同一行不能再写内容。",
            en="| and > say that a text begins on the next line; nothing else may stand on theirs.",
        ),
        Text(zh="同一行的文字会丢失。", en="Text on the same line would be lost."),
        wrong="note: |第一行\n  第二行",
        right="note: |\n  第一行\n  第二行",
    ),
)
Y145 = error(
    145,
    Text(zh="不能使用的标签", en="tag that cannot be used"),
    page(
        Text(
            zh="以 ! 开头的是标签。只接受 !!str !!int !!float !!bool !!null !!map !!seq，且值要与标签相符；"
            "一般不必写标签，文本加引号即可。",
            en="What begins with ! is a tag. Only !!str !!int !!float !!bool !!null !!map !!seq are accepted, with a "
            "value that fits; usually no tag is needed: quote a text.",
        ),
        Text(
            zh="其他标签会让程序去构造对象甚至执行代码。",
            en="Other tags make programs build objects or even run code.",
        ),
        wrong="when: !!timestamp 2026-01-01",
        right="when: 2026-01-01",
    ),
)
