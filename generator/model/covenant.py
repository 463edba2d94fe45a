"""Commercial terms to choose from: non-compete, licence, audit, insurance and the like."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from generator.model.common import Duration, Side
from generator.model.value import value


class Bound(StrEnum):
    """Bound: one of the schema's values."""

    BOTH = "both"
    PARTY_B = "party_b"


class Leaver(StrEnum):
    """Leaver: one of the schema's values."""

    PARTY_A = "party_a"
    EITHER = "either"


class Affiliates(StrEnum):
    """Affiliates: one of the schema's values."""

    LICENSEE = "licensee"
    LICENSOR = "licensor"
    BOTH = "both"


class LicenceTerm(StrEnum):
    """Licence term: one of the schema's values."""

    CONTRACT_TERM = "contract_term"
    PERPETUAL = "perpetual"


@value
class NonCompete:
    """Non-compete: scope and exceptions."""

    scope: str
    exception: str | None = None


@value
class ConvenienceExit:
    """Termination for convenience: who, and how long before."""

    party: Leaver
    notice: Duration
    compensation: str | None = None


@value
class ControlChange:
    """Change of control: notice and rescission."""

    notify_within: Duration
    may_end: bool | None = None


@value
class Licence:
    """Licence: scope and nature."""

    grantor: Side
    subject: str
    exclusive: bool | None = None
    transferable: bool | None = None
    affiliates: Affiliates | None = None
    unlimited: bool | None = None
    term: LicenceTerm
    irrevocable: bool | None = None


@value
class AfterEnd:
    """Post-termination services: content, duration and fee."""

    services: str
    duration: Duration
    fee: str | None = None


@value
class Audit:
    """Audit: right to inspect and audit."""

    notice: Duration
    keep: Duration
    threshold_percent: Decimal | None = None


@value
class Insurance:
    """Insurance: one insurance."""

    kind: str
    amount: Decimal
    beneficiary: str | None = None


@value
class Covenants:
    """Covenants: commercial terms to choose from."""

    most_favored: str | None = None
    non_compete: NonCompete | None = None
    non_solicit_customers: Duration | None = None
    non_solicit_employees: Duration | None = None
    non_disparagement: Bound | None = None
    termination_for_convenience: ConvenienceExit | None = None
    first_refusal: str | None = None
    change_of_control: ControlChange | None = None
    revenue_share: str | None = None
    volume_limit: str | None = None
    licence: Licence | None = None
    escrow: str | None = None
    post_termination_services: AfterEnd | None = None
    audit: Audit | None = None
    uncapped: str | None = None
    insurance: tuple[Insurance, ...] = ()
    no_challenge: str | None = None
    third_party: str | None = None
    expenses: str | None = None
    stock: str | None = None
