"""Judge data by a schema and say in the user's words what is wrong."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from generator.diagnostics import Diagnostic, Place, Route, Text, found
from generator.shape import codes
from generator.shape.near import did_you_mean, listed
from generator.shape.sound import sound

Verdict: TypeAlias = Any
"""A jsonschema ``ValidationError``, whose typed attributes may each be unset until it is placed."""

TYPES = {
    "object": Text("一组“键: 值”", "a mapping of keys and values"),
    "array": Text("列表（每项以“- ”开头）", "a list (each entry begins with “- ”)"),
    "string": Text("文字", "text"),
    "number": Text("数字", "a number"),
    "integer": Text("整数", "a whole number"),
    "boolean": Text("true 或 false", "true or false"),
}
FORMS = {
    "date": Text("日期应写成 2026-03-31", "write a date as 2026-03-31"),
    "time": Text("时间应写成 14:00", "write a time as 14:00"),
    "period": Text('期间应写成 2026-03、2026-Q1 或 "2026"', 'write a period as 2026-03, 2026-Q1 or "2026"'),
    "duration": Text(
        "期限应写成 10 working days、30 calendar days、6 months 或 1 year",
        "write a duration as 10 working days, 30 calendar days, 6 months or 1 year",
    ),
}


NUMBER = re.compile(r"[¥$€ ]*(-?)0*((?:[0-9]{1,3}(?:[,_][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)[元% ]*", re.ASCII)
"""A number as people write it; a comma counts where it separates thousands, for 1,5 may be meant as 1.5."""

NARROW = {0xFFE5: "¥", **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}}
"""Full-width forms, as a Chinese keyboard makes them, and the plain ones."""


def plain(data: Any) -> Any:
    """Return ``data`` with dates as ISO text, as JSON Schema knows no dates."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(item) for item in data]
    return data.isoformat() if isinstance(data, datetime.date) else data


def check(data: object, schema: str) -> tuple[Diagnostic, ...]:
    """Return a finding, located by route, for each way in which ``data`` departs from the schema file ``schema``."""
    if sound(data, schema):
        return ()
    from generator.shape.judge import validator  # noqa: PLC0415  # a sound project needs no jsonschema, slow to import

    errors = validator(schema).iter_errors(plain(data))
    return tuple(diagnostic for error in errors for diagnostic in _explain(error, ()))


def _explain(error: Verdict, base: Route) -> Iterator[Diagnostic]:
    route = (*base, *error.path)
    keyword = str(error.validator)
    if keyword == "oneOf" and all(option.keys() == {"required"} for option in error.validator_value):
        yield _either(error, route)
    elif keyword in ("anyOf", "oneOf") and error.context:
        yield from _nearest(error, route)
    elif keyword == "additionalProperties":
        yield from _unknown_keys(error, route)
    elif keyword == "required":
        yield from _missing(error, route)
    elif keyword == "dependentRequired":
        yield from _incomplete(error, route)
    elif keyword in EXPLAIN:
        yield EXPLAIN[keyword](error, route)
    else:
        yield found(codes.FORM, Text("写法不符", error.message), Place(route))


def _either(error: Verdict, route: Route) -> Diagnostic:
    """Explain an object that has the keys of none of several groups, or of more than one."""
    groups: list[list[str]] = [option["required"] for option in error.validator_value]
    zh = "；".join("、".join(group) for group in groups)
    en = "; ".join(" and ".join(group) for group in groups)
    return found(
        codes.FORM,
        Text(f"须写其中一组，且只写一组：{zh}", f"one of these is needed, and one only: {en}"),
        Place(route),
    )


def _nearest(error: Verdict, route: Route) -> Iterator[Diagnostic]:
    """Explain the alternative of the right type, or where none is, the one that fits best."""
    from jsonschema.exceptions import best_match  # noqa: PLC0415  # see check

    branches: dict[object, list[Verdict]] = {}
    for inner in error.context:
        branches.setdefault(inner.schema_path[0], []).append(inner)
    for inners in branches.values():
        if not any(inner.validator == "type" and not inner.path for inner in inners):
            for inner in inners:
                yield from _explain(inner, route)
            return
    yield from _explain(best_match(error.context), route)


def _unknown_keys(error: Verdict, route: Route) -> Iterator[Diagnostic]:
    known: Mapping[str, object] = error.schema["properties"]
    instance: Mapping[str, object] = error.instance
    for key in instance:
        if key not in known:
            near = did_you_mean(key, (name for name in known if name not in instance))
            hint = near or Text(f"这里可用的键：{listed(known)}", f"keys known here: {listed(known)}")
            message = Text(f"未知的键 “{key}”", f"unknown key '{key}'")
            yield found(codes.UNKNOWN_KEY, message, Place((*route, key), "key"), hint=hint)


def _missing(error: Verdict, route: Route) -> Iterator[Diagnostic]:
    instance: Mapping[str, object] = error.instance
    required: Iterable[str] = error.validator_value
    # jsonschema reports each missing key as an error of its own: this one is named in its message
    key = next(name for name in required if name not in instance and error.message.startswith(f"{name!r} "))
    schema: Mapping[str, Any] = error.schema.get("properties", {}).get(key, {})
    zh, en = _title(schema, key)
    about = str(schema.get("description", "")).split("\n\n")
    hint = Text(f"加上 {key}:{_example(schema)}（{about[0]}）", f"add {key}:{_example(schema)} ({about[-1]})")
    yield found(
        codes.MISSING,
        Text(f"缺少“{zh}”（{key}）", f"'{key}' ({en}) is missing"),
        Place(route, "key"),
        hint=hint,
    )


def _incomplete(error: Verdict, route: Route) -> Iterator[Diagnostic]:
    instance: Mapping[str, object] = error.instance
    needs: Mapping[str, Iterable[str]] = error.validator_value
    for key, others in needs.items():
        # jsonschema reports each pair as an error of its own: this one is named in its message
        for other in (name for name in others if error.message == f"{name!r} is a dependency of {key!r}"):
            if key in instance and other not in instance:
                message = Text(f"写了“{key}”就要写“{other}”", f"'{key}' needs '{other}' beside it")
                yield found(codes.MISSING, message, Place((*route, key), "key"))


def _example(schema: Mapping[str, Any]) -> str:
    """Return a blank and the first example as one may type it: text in quotes where it would be read as no text."""
    example = schema.get("examples", [None])[0]
    if example is None or isinstance(example, list | dict):
        return ""
    typed = {"x-type", "format"} & schema.keys()
    if schema.get("type") != "string" or typed or str(example)[0].isalpha():
        return f" {example}"
    return f' "{example}"'


def _title(schema: Mapping[str, Any], key: str) -> tuple[str, str]:
    zh, _, en = str(schema.get("title", key)).partition(" · ")
    return zh, en or zh


def _type(error: Verdict, route: Route) -> Diagnostic:
    wanted = TYPES.get(
        str(error.validator_value), Text(str(error.validator_value), str(error.validator_value))
    )
    value = error.instance
    hint: Text | None
    if value is None:
        message = Text(f"没有写值，应为{wanted.zh}", f"no value; {wanted.en} is needed")
        hint = Text(
            "写上值；不适用的可选项请删去这一行",
            "give a value; delete the line of an optional key that does not apply",
        )
    else:
        message = Text(
            f"应为{wanted.zh}，写的是{_kind(value).zh}", f"{wanted.en} is needed, not {_kind(value).en}"
        )
        hint = _type_hint(value, str(error.validator_value))
    return found(codes.TYPE, message, Place(route), hint=hint)


def _kind(value: object) -> Text:
    if isinstance(value, bool):
        return Text("真假值", "a truth value")
    if isinstance(value, str):
        return Text(f"文字 “{_short(value)}”", f"the text '{_short(value)}'")
    if isinstance(value, dict):
        return TYPES["object"]
    return TYPES["array"] if isinstance(value, list) else Text(f"数字 {value}", f"the number {value}")


def _type_hint(value: object, wanted: str) -> Text | None:
    if wanted == "string" and not isinstance(value, dict | list):
        shown = str(value).lower() if isinstance(value, bool) else str(value)
        return Text(f'加上引号："{shown}"', f'put it in quotes: "{shown}"')
    match = NUMBER.fullmatch(value.translate(NARROW)) if isinstance(value, str) else None
    if match and wanted in ("number", "integer"):
        digits = re.sub("[,_]", "", match[1] + match[2])
        return Text(f"写成 {digits}", f"write {digits}")
    return Text("每项前加“- ”", "begin each entry with “- ”") if wanted == "array" else None


def _choice(error: Verdict, route: Route) -> Diagnostic:
    known = [str(value) for value in error.validator_value]
    hint = did_you_mean(str(error.instance), known) or Text(
        f"可选：{listed(known)}", f"choices: {listed(known)}"
    )
    message = Text(
        f"“{_short(error.instance)}”不在可选值之内", f"'{_short(error.instance)}' is not one of the choices"
    )
    return found(codes.CHOICE, message, Place(route), hint=hint)


def _form(error: Verdict, route: Route) -> Diagnostic:
    schema: Mapping[str, Any] = error.schema
    name = str(schema.get("x-type", schema.get("format", "")))
    if name in FORMS:
        hint = FORMS[name]
    elif "x-defines" in schema or str(schema["pattern"]).startswith("^[a-z0-9]"):
        hint = Text(
            "编号只用字母、数字、点、下划线和连字符，以字母或数字开头",
            "an id holds letters, digits, . _ - and begins with a letter or digit",
        )
    else:
        hint = Text("不能以空白开头或结尾，不能换行", "no blank at either end and no line break")
    message = Text(
        f"“{_short(error.instance)}”的写法不符", f"'{_short(error.instance)}' is not in the form asked for"
    )
    return found(codes.FORM, message, Place(route), hint=hint)


def _range(error: Verdict, route: Route) -> Diagnostic:
    limit = error.validator_value
    said = {
        "minimum": Text(f"不能小于 {limit}", f"must be at least {limit}"),
        "maximum": Text(f"不能大于 {limit}", f"must be at most {limit}"),
        "multipleOf": Text(f"最多精确到 {limit}", f"must be a multiple of {limit}"),
    }[str(error.validator)]
    return found(
        codes.RANGE, Text(f"{error.instance} {said.zh}", f"{error.instance} {said.en}"), Place(route)
    )


def _size(error: Verdict, route: Route) -> Diagnostic:
    limit = error.validator_value
    if error.validator == "maxLength":
        message = Text(f"文字超过 {limit} 个字符", f"the text is longer than {limit} characters")
    elif error.validator == "minItems":
        message = Text("列表至少要有一项", "the list needs at least one entry")
    elif error.validator == "minProperties":
        message = Text("至少要写一个键", "at least one key is needed")
    else:
        message = Text("文字不能为空", "the text must not be empty")
    return found(codes.SIZE, message, Place(route))


def _twice(_: Verdict, route: Route) -> Diagnostic:
    return found(codes.FORM, Text("列表中有重复的项", "the list holds an entry more than once"), Place(route))


def _short(value: object) -> str:
    text = str(value).replace("\n", "⏎")
    return text if len(text) <= 40 else text[:39] + "…"


EXPLAIN = {
    "type": _type,
    "enum": _choice,
    "const": _choice,
    "pattern": _form,
    "format": _form,
    "minimum": _range,
    "maximum": _range,
    "multipleOf": _range,
    "minLength": _size,
    "maxLength": _size,
    "minItems": _size,
    "minProperties": _size,
    "uniqueItems": _twice,
}
