"""A whole project."""

from __future__ import annotations

from generator.model.assistance import Assistance
from generator.model.change import Change
from generator.model.contract import Contract
from generator.model.coordination import EscalationStep, Responsibility
from generator.model.deviation import Deviation, Position
from generator.model.goods import PurchaseOrder
from generator.model.meeting import Cadence, Meeting
from generator.model.party import Contact, Parties
from generator.model.performance import Assessment, Evaluation, Kpi, Measurement
from generator.model.price import PaymentRecord
from generator.model.profile import Profile
from generator.model.remedy import Claim, Demand, Rectification
from generator.model.report import Report
from generator.model.risk import Risk, RiskMatrix
from generator.model.sales import SalesRecord
from generator.model.support import (
    Case,
    Closing,
    CrmLink,
    Feedback,
    Improvement,
    Legal,
    LogEntry,
    Resources,
    SalesPolicy,
    Training,
)
from generator.model.table import Table
from generator.model.value import value
from generator.model.waiver import Waiver


@value
class Project:
    """Project file: all of one project."""

    project: Profile
    parties: Parties
    contacts: tuple[Contact, ...]
    responsibilities: tuple[Responsibility, ...] = ()
    escalation: tuple[EscalationStep, ...] = ()
    contract: Contract
    deviations: tuple[Deviation, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    tables: tuple[Table, ...] = ()
    changes: tuple[Change, ...] = ()
    purchase_orders: tuple[PurchaseOrder, ...] = ()
    negotiation: tuple[Position, ...] = ()
    payments: tuple[PaymentRecord, ...] = ()
    sales_records: tuple[SalesRecord, ...] = ()
    kpis: tuple[Kpi, ...]
    assessment: Assessment
    measurements: tuple[Measurement, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    claims: tuple[Claim, ...] = ()
    rectifications: tuple[Rectification, ...] = ()
    demands: tuple[Demand, ...] = ()
    cadence: tuple[Cadence, ...]
    meetings: tuple[Meeting, ...] = ()
    risk_matrix: RiskMatrix
    risks: tuple[Risk, ...]
    reports: tuple[Report, ...] = ()
    feedback: Feedback | None = None
    training: tuple[Training, ...] = ()
    assistance: Assistance | None = None
    resources: Resources | None = None
    log: tuple[LogEntry, ...] = ()
    improvements: tuple[Improvement, ...] = ()
    cases: tuple[Case, ...] = ()
    legal: Legal | None = None
    sales_policy: SalesPolicy | None = None
    crm: tuple[CrmLink, ...] = ()
    closing: Closing | None = None
