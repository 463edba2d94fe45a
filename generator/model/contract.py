"""The contract: term, subject, rights and duties, disputes."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum

from generator.model.breach import Breach
from generator.model.common import Duration, Permission
from generator.model.covenant import Covenants
from generator.model.craft import Development, Processing
from generator.model.delivery import Acceptance, Deliverable, Milestone, QualityStandard
from generator.model.goods import Goods, Orders
from generator.model.price import Currency, Instalment, Payment, Price, PriceLine, Security
from generator.model.sales import Sales
from generator.model.value import value


class Renewal(StrEnum):
    """Renewal: one of the schema's values."""

    NONE = "none"
    BY_AGREEMENT = "by_agreement"
    AUTOMATIC = "automatic"


class MandateMode(StrEnum):
    """Mandate mode: one of the schema's values."""

    SPECIAL = "special"
    GENERAL = "general"


class ReportingMode(StrEnum):
    """Reporting mode: one of the schema's values."""

    INTERVAL = "interval"
    AS_PROGRESS = "as_progress"
    ON_REQUEST = "on_request"
    OTHER = "other"


class IpOwner(StrEnum):
    """Ip owner: one of the schema's values."""

    PARTY_A = "party_a"
    PARTY_B = "party_b"
    JOINT = "joint"
    OTHER = "other"


class NoticeMeans(StrEnum):
    """Notice means: one of the schema's values."""

    PERSONAL = "personal"
    COURIER = "courier"
    EMAIL = "email"


class DisputeMethod(StrEnum):
    """Dispute method: one of the schema's values."""

    COURT = "court"
    ARBITRATION = "arbitration"


class CourtLink(StrEnum):
    """Court link: one of the schema's values."""

    DEFENDANT_DOMICILE = "defendant_domicile"
    PERFORMANCE_PLACE = "performance_place"
    SIGNING_PLACE = "signing_place"
    PLAINTIFF_DOMICILE = "plaintiff_domicile"
    SUBJECT_LOCATION = "subject_location"
    OTHER = "other"


@value
class Term:
    """Term: both days included."""

    start: datetime.date
    end: datetime.date
    renewal: Renewal
    renewal_notice: Duration | None = None
    renewal_period: Duration | None = None


@value
class SubjectItem:
    """Item: one item."""

    id: str
    title: str
    description: str
    quantity: Decimal | None = None
    unit: str | None = None


@value
class Subject:
    """Subject: matter, mode and place."""

    matter: str
    mode: MandateMode | None = None
    items: tuple[SubjectItem, ...] = ()
    general_scope: str | None = None
    place: str | None = None
    method: str | None = None


@value
class Work:
    """Work requirements: how the mandate is carried out."""

    sub_delegation: Permission
    other_delegates: Permission
    reporting: ReportingMode
    report_interval: str | None = None
    reporting_other: str | None = None


@value
class IntellectualProperty:
    """Intellectual property: ownership of results."""

    owner: IpOwner
    other: str | None = None


@value
class Confidentiality:
    """Confidentiality: scope and duration."""

    scope: tuple[str, ...]
    duration: Duration


@value
class PersonalInformation:
    """Personal information: what the Personal Information Protection Law, article 21, asks to agree."""

    purpose: str
    methods: tuple[str, ...]
    types: tuple[str, ...]
    sensitive: tuple[str, ...] = ()
    measures: tuple[str, ...]
    location: str | None = None
    delete_within: Duration | None = None
    sub_processing: Permission | None = None


@value
class Duty:
    """Duty: one special duty."""

    id: str
    text: str


@value
class Termination:
    """Termination: when it ends and handover."""

    other_grounds: tuple[str, ...] = ()
    handover: Duration | None = None


@value
class ForceMajeure:
    """Force majeure: notice and proof."""

    proof_within: Duration


@value
class Notice:
    """Notices: means and change."""

    means: tuple[NoticeMeans, ...]
    change_within: Duration


@value
class Dispute:
    """Dispute: only one."""

    method: DisputeMethod
    court: str | None = None
    court_link: CourtLink | None = None
    institution: str | None = None
    seat: str | None = None


@value
class Copies:
    """Copies: how many."""

    total: int
    party_a: int
    party_b: int


class Discloser(StrEnum):
    """Discloser: one of the schema's values."""

    MUTUAL = "mutual"
    PARTY_A = "party_a"
    PARTY_B = "party_b"


class Marking(StrEnum):
    """Marking: one of the schema's values."""

    REQUIRED = "required"
    NOT_REQUIRED = "not_required"


@value
class Disclosure:
    """Disclosure: facts of a non-disclosure agreement."""

    direction: Discloser
    recipients: tuple[str, ...]
    marking: Marking | None = None
    return_within: Duration
    non_solicitation: Duration | None = None
    damages: Decimal | None = None
    currency: Currency | None = None


@value
class Contract:
    """Contract: every variable fact of the contract; the wording is in the clause library."""

    number: str
    title: str
    version: str
    based_on: str | None = None
    signing_date: datetime.date | None = None
    signing_place: str
    recitals: tuple[str, ...] = ()
    term: Term
    subject: Subject
    work: Work | None = None
    sales: Sales | None = None
    goods: Goods | None = None
    orders: Orders | None = None
    development: Development | None = None
    processing: Processing | None = None
    disclosure: Disclosure | None = None
    deliverables: tuple[Deliverable, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    quality: tuple[QualityStandard, ...] = ()
    price: Price | None = None
    payment: Payment | None = None
    securities: tuple[Security, ...] = ()
    acceptance: Acceptance | None = None
    intellectual_property: IntellectualProperty | None = None
    confidentiality: Confidentiality
    personal_information: PersonalInformation | None = None
    party_a_duties: tuple[Duty, ...] = ()
    party_b_duties: tuple[Duty, ...] = ()
    breach: Breach
    termination: Termination
    covenants: Covenants | None = None
    force_majeure: ForceMajeure
    notice: Notice
    dispute: Dispute
    copies: Copies
    other_terms: tuple[str, ...] = ()

    @property
    def instalments(self) -> tuple[Instalment, ...]:
        """Return the instalments, none where nothing is paid in instalments."""
        return self.payment.instalments if self.payment else ()

    @property
    def lines(self) -> tuple[PriceLine, ...]:
        """Return the lines of the price."""
        return self.price.lines if self.price else ()

    @property
    def gross(self) -> Decimal | None:
        """Return the total with tax, ``None`` where orders or commission decide what is paid."""
        return self.price.gross if self.price else None

    @property
    def inspection(self) -> Duration | None:
        """Return how long Party A has to inspect what was delivered, ``None`` where nothing is."""
        if self.acceptance:
            return self.acceptance.period
        return self.goods.inspect_within if self.goods else None

    @property
    def rectification(self) -> Duration | None:
        """Return how long Party B has to put right what was refused, ``None`` where nothing is delivered."""
        if self.acceptance:
            return self.acceptance.rectification
        return self.goods.repair_within if self.goods else None

    @property
    def warranty(self) -> Duration | None:
        """Return how long results or goods are warranted after acceptance, ``None`` where nothing is agreed."""
        return self.goods.warranty if self.goods else self.acceptance.warranty if self.acceptance else None

    @property
    def currency(self) -> Currency:
        """Return the currency in which the contract counts: that of its price, else the renminbi."""
        return self.price.currency if self.price else Currency.CNY
