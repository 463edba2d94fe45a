"""Words, dates, numbers and money as readers of a language expect them, by default Chinese (``zh-CN``)."""

from generator.locale.amounts import amount_from_words, amount_in_words
from generator.locale.figures import (
    date_iso,
    date_text,
    join,
    money,
    number,
    percent,
    permille,
    unit_price,
    weekday,
)
from generator.locale.numerals import chinese_number
from generator.locale.words import Words, languages, words

__all__ = [
    "Words",
    "amount_from_words",
    "amount_in_words",
    "chinese_number",
    "date_iso",
    "date_text",
    "join",
    "languages",
    "money",
    "number",
    "percent",
    "permille",
    "unit_price",
    "weekday",
    "words",
]
