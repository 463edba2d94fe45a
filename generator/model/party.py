"""The parties to the contract and the people who act for them."""

from __future__ import annotations

import datetime
from enum import StrEnum

from generator.model.common import Holder
from generator.model.value import value


class PartyType(StrEnum):
    """Party type: one of the schema's values."""

    COMPANY = "company"
    INDIVIDUAL = "individual"
    PUBLIC_INSTITUTION = "public_institution"
    GOVERNMENT = "government"
    OTHER = "other"


class EnterpriseSize(StrEnum):
    """Enterprise size: one of the schema's values."""

    LARGE = "large"
    MEDIUM = "medium"
    SMALL = "small"
    MICRO = "micro"


class IdType(StrEnum):
    """Id type: one of the schema's values."""

    USCC = "uscc"
    RESIDENT_ID = "resident_id"
    PASSPORT = "passport"
    OTHER = "other"


class VatPayer(StrEnum):
    """Vat payer: one of the schema's values."""

    GENERAL = "general"
    SMALL_SCALE = "small_scale"


@value
class BankAccount:
    """Bank account: the name must be the party's own."""

    account_name: str
    account_number: str
    bank: str


@value
class Party:
    """Party: as on the licence or identity card."""

    name: str
    type: PartyType
    size: EnterpriseSize | None = None
    id_type: IdType
    id_number: str
    domicile: str
    legal_representative: str | None = None
    agent: str | None = None
    contact_person: str
    phone: str
    address: str
    postcode: str | None = None
    email: str
    bank: BankAccount | None = None
    vat_payer: VatPayer | None = None


@value
class Parties:
    """Parties: party A may be given once in the workspace file."""

    party_a: Party | None = None
    party_b: Party


@value
class Contact:
    """Contact: a person with a role in the project."""

    id: str
    party: Holder
    name: str
    title: str | None = None
    role: str
    phone: str | None = None
    email: str | None = None
    channel: str | None = None
    escalation_level: int | None = None
    informed_of: tuple[str, ...] = ()
    left_on: datetime.date | None = None
