"""What a workspace sets for all its projects."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from generator.model.party import Party
from generator.model.price import Currency
from generator.model.value import value


class Language(StrEnum):
    """Language: one of the schema's values."""

    ZH_CN = "zh-CN"


class Page(StrEnum):
    """Page: one of the schema's values."""

    OFFICIAL = "official"
    COMPACT = "compact"


@value
class ExchangeRate:
    """Exchange rate: of one currency to the yuan."""

    currency: Currency
    rate: Decimal
    date: datetime.date
    source: str


@value
class Workspace:
    """Workspace: the workspace file jiayi.yaml."""

    party_a: Party | None = None
    language: Language
    page: Page = Page.COMPACT
    documents: tuple[str, ...] = ()
    rates: tuple[ExchangeRate, ...] = ()
