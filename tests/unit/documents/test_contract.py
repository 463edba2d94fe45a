"""The contract: every agreed fact is in it as typed, numbers and references agree, a hole is an error."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.diagnostics import Place
from generator.documents import articles
from generator.documents.clauses import load
from generator.documents.contract import KIND
from generator.locale import amount_in_words, chinese_number, date_text, number
from generator.locale.spans import duration_text, period_text
from generator.model.breach import DamagesBase
from generator.model.common import Direction, Duration, DurationUnit, Frequency, Period, Permission, Side
from generator.model.contract import (
    CourtLink,
    Discloser,
    DisputeMethod,
    IpOwner,
    MandateMode,
    Marking,
    NoticeMeans,
    PersonalInformation,
    Renewal,
    ReportingMode,
    Work,
)
from generator.model.covenant import (
    Affiliates,
    AfterEnd,
    Audit,
    Bound,
    ControlChange,
    ConvenienceExit,
    Covenants,
    Insurance,
    Leaver,
    Licence,
    LicenceTerm,
    NonCompete,
)
from generator.model.craft import Improvements, OpenSource, TechnicalRisk
from generator.model.delivery import AcceptanceRule
from generator.model.goods import DeliveryMode, Orders, Silence, TitlePasses
from generator.model.party import PartyType
from generator.model.performance import Bonus, Kpi, KpiCategory, ScoreAs, Scoring, Variable, Veto
from generator.model.price import (
    EarlyEndFee,
    PaymentMode,
    PriceLine,
    ReturnEvent,
    Security,
    SecurityForm,
    SecurityType,
    SettlementEvent,
)
from generator.model.profile import ProjectKind, ProjectState
from generator.model.project import Project
from generator.model.sales import CommissionBase, Exclusivity, PriceAuthority, Product, TierMethod
from generator.resources import Library

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOT_AGREED = {"id", "milestone", "deliverable", "delivered_on", "accepted_on", "actual"}
"""Ids, which stand for names, and facts of performance: neither is printed."""

Make = Callable[..., Any]


def changed(project: Project, path: str, value: object) -> Project:
    """Return ``project`` with the value at a dotted path replaced."""

    def at(node: Any, names: list[str]) -> Any:
        name, *rest = names
        return replace(node, **{name: at(getattr(node, name), rest) if rest else value})

    made: Project = at(project, path.split("."))
    return made


def leaves(node: Any, name: str = "") -> Iterator[Any]:
    if name in NOT_AGREED:
        return
    if dataclasses.is_dataclass(node) and not isinstance(node, Duration | Period):
        for field in dataclasses.fields(node):
            yield from leaves(getattr(node, field.name), field.name)
    elif isinstance(node, tuple):
        for one in node:
            yield from leaves(one, name)
    else:
        yield node


def marked(node: Any, marks: list[str], name: str = "") -> Any:
    """Return ``node`` with a mark of its own in every text, and note the marks."""
    if name in NOT_AGREED:
        return node
    if dataclasses.is_dataclass(node) and not isinstance(node, Duration | Period):
        values = {
            field.name: marked(getattr(node, field.name), marks, field.name)
            for field in dataclasses.fields(node)
        }
        return replace(node, **values)
    if isinstance(node, tuple):
        return tuple(marked(one, marks, name) for one in node)
    if type(node) is not str:
        return node
    marks.append(f"〔{len(marks)}〕")
    return node + marks[-1]


def test_samples_become_documents_with_the_same_bytes(any_project: Project, make: Make) -> None:
    first, second = make(KIND, any_project), make(KIND, any_project)
    assert first.diagnostics == ()
    assert first.body == second.body


def test_every_text_of_contract_and_parties_is_printed(any_project: Project, make: Make, read: Make) -> None:
    marks: list[str] = []
    project = replace(
        any_project,
        contract=marked(any_project.contract, marks),
        parties=marked(any_project.parties, marks),
        kpis=any_project.kpis,
    )
    document = read(make(KIND, project))
    assert [mark for mark in marks if mark not in document.text] == []
    assert len(marks) > 60


def test_every_number_date_and_duration_is_printed(any_project: Project, make: Make, read: Make) -> None:
    text = read(make(KIND, any_project)).text
    printed: dict[type, Callable[[Any], str]] = {
        Decimal: lambda value: number(abs(value)),  # points that are deducted are said so in words
        datetime.date: date_text,
        Duration: duration_text,
        Period: period_text,
    }
    for leaf in (*leaves(any_project.contract), *leaves(any_project.kpis), *leaves(any_project.assessment)):
        if type(leaf) in printed:
            assert printed[type(leaf)](leaf) in text, leaf


def test_amount_in_figures_and_words_agree(agency: Project, make: Make, read: Make) -> None:
    for gross in (Decimal("107000.53"), Decimal("0.10"), Decimal("9999999999999.99")):
        project = changed(agency, "contract.price.gross", gross)
        assert f"¥{gross:,.2f}（大写：{amount_in_words(gross)}）" in read(make(KIND, project)).text


def test_instalments_in_percent_add_up(agency: Project, make: Make, read: Make) -> None:
    rows = tuple(
        replace(row, amount=None, percent=Decimal(one))
        for row, one in zip(
            agency.contract.payment.instalments, ("33.33", "33.33", "33.34", "0", "0"), strict=True
        )
    )
    project = changed(
        changed(agency, "contract.price.gross", Decimal("100.01")), "contract.payment.instalments", rows
    )
    text = read(make(KIND, project)).text
    assert "33.33%\n¥33.33" in text
    assert "33.34%\n¥33.35" in text
    assert "合计\n¥100.01" in text


HOSTILE = "R&D <b>公司</b> {{ x }} {% if y %} [[term]] <99.9% “引”\\1"


def test_values_are_printed_as_typed(agency: Project, make: Make, read: Make) -> None:
    project = changed(agency, "parties.party_b.name", HOSTILE)
    project = changed(project, "contract.termination.other_grounds", (HOSTILE,))
    project = changed(project, "contract.subject.matter", HOSTILE)
    project = changed(project, "contract.number", HOSTILE)
    document = read(make(KIND, project))
    assert document.text.count(HOSTILE) >= 5
    assert "R&amp;D &lt;b&gt;" in document.parts["word/header1.xml"].decode()


@pytest.mark.parametrize(
    ("path", "route"),
    [
        ("parties.party_b.bank", ("parties", "party_b", "bank")),
        ("parties.party_a", ("parties", "party_a")),
        ("contract.work.report_interval", ("contract", "work", "report_interval")),
        ("contract.acceptance.effect", ("contract", "acceptance", "effect")),
        ("contract.intellectual_property.other", ("contract", "intellectual_property", "other")),
        ("contract.payment.early_end_fee_text", ("contract", "payment", "early_end_fee_text")),
        ("contract.dispute.court", ("contract", "dispute", "court")),
        ("contract.sales.price_range_percent", ("contract", "sales", "price_range_percent")),
    ],
)
def test_a_hole_is_an_error_at_its_route(
    agency: Project, make: Make, path: str, route: tuple[str, ...]
) -> None:
    if path.endswith("party_a"):
        project = replace(agency, parties=replace(agency.parties, party_a=None))
    else:
        project = changed(agency, path, None)
    rendered = make(KIND, project)
    assert rendered.body is None
    assert Place(route) in [one.location for one in rendered.diagnostics if one.code == "T140"]


def test_absent_optional_fields_leave_no_row(agency: Project, make: Make, read: Make) -> None:
    before = read(make(KIND, agency)).styled("TableText")
    bare = replace(agency.parties.party_b, agent=None, postcode=None, size=None, vat_payer=None)
    after = read(make(KIND, replace(agency, parties=replace(agency.parties, party_b=bare)))).styled(
        "TableText"
    )
    assert len(before) - len(after) == 8
    assert "" not in after


def numbers_and_references(document: Any) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Return the number that each bookmarked heading has, and every reference with the text it shows."""
    numbers: dict[str, str] = {}
    count = {"Article": 0, "Annex": 0}
    for paragraph in document.root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        kind = "" if style is None else style.get(f"{W}val")
        if kind in count:
            count[kind] += 1
            form = "第{}条" if kind == "Article" else "附件{}"
            numbers[paragraph.find(f"{W}bookmarkStart").get(f"{W}name")] = form.format(
                chinese_number(count[kind])
            )
    references = []
    for instruction in document.root.iter(f"{W}instrText"):
        if not instruction.text.split()[0].startswith("REF"):
            continue
        shown = instruction.getparent().getnext().getnext()
        references.append((instruction.text.split()[1], "".join(shown.itertext(f"{W}t"))))
    return numbers, references


DATA = PersonalInformation(
    purpose="上门安装和维修的预约",
    methods=("收集", "存储"),
    types=("姓名", "电话"),
    sensitive=("住址",),
    measures=("加密", "访问控制"),
    location="境内",
    delete_within=Duration(10, DurationUnit.WORKING_DAYS),
)
WORK = Work(
    sub_delegation=Permission.ALLOWED,
    other_delegates=Permission.FORBIDDEN,
    reporting=ReportingMode.OTHER,
    reporting_other="每批完工前三日书面报告",
)
BARE_ORDERS = Orders(
    means="电子邮件",
    confirm_within=Duration(2, DurationUnit.WORKING_DAYS),
    silence=Silence.REFUSES,
    lead_time=Duration(15, DurationUnit.CALENDAR_DAYS),
    products=(Product(id="p", name="端子", model="T1", unit="只", list_price=Decimal("0.035")),),
)
COVENANTS = Covenants(
    most_favored="同等采购量下的价格不高于其他客户",
    non_compete=NonCompete(scope="同类传感器", exception="签约前已经代理的品牌除外"),
    non_solicit_customers=Duration(1, DurationUnit.YEARS),
    non_solicit_employees=Duration(1, DurationUnit.YEARS),
    non_disparagement=Bound.BOTH,
    termination_for_convenience=ConvenienceExit(
        party=Leaver.EITHER,
        notice=Duration(60, DurationUnit.CALENDAR_DAYS),
        compensation="结清已完成部分的价款",
    ),
    first_refusal="乙方对同类新产品享有优先谈判的权利",
    change_of_control=ControlChange(notify_within=Duration(10, DurationUnit.WORKING_DAYS), may_end=True),
    revenue_share="联合推广净收入按六四分成",
    volume_limit="并发用户不超过200个",
    licence=Licence(
        grantor=Side.PARTY_B,
        subject="排班软件",
        exclusive=True,
        transferable=True,
        affiliates=Affiliates.LICENSEE,
        unlimited=True,
        term=LicenceTerm.PERPETUAL,
        irrevocable=True,
    ),
    escrow="源代码交由双方认可的机构托管",
    post_termination_services=AfterEnd(
        services="数据迁移", duration=Duration(3, DurationUnit.MONTHS), fee="按终止前一个月的标准"
    ),
    audit=Audit(
        notice=Duration(5, DurationUnit.WORKING_DAYS),
        keep=Duration(5, DurationUnit.YEARS),
        threshold_percent=Decimal(5),
    ),
    uncapped="违反保密约定的责任",
    insurance=(Insurance(kind="公众责任险", amount=Decimal(1000000), beneficiary="甲方为共同被保险人"),),
    no_challenge="乙方不对甲方商标的有效性提出争议",
    third_party="甲方的关联公司可以直接下达订单",
    expenses="样品由甲方免费提供",
    stock="甲方按进价回购库存",
)
SECURITIES = tuple(
    Security(
        id=kind.value,
        type=kind,
        payer=Side.PARTY_B,
        percent=Decimal("3.3"),
        form=tuple(SecurityForm),
        within=Duration(10, DurationUnit.WORKING_DAYS),
        return_event=ReturnEvent.WARRANTY_END if kind is SecurityType.RETENTION else None,
        return_within=Duration(15, DurationUnit.WORKING_DAYS),
    )
    for kind in SecurityType
)
PLAIN_KPI = Kpi(
    id="report",
    name="报告准时率",
    category=KpiCategory.COMPLIANCE,
    definition="按期收到的报告份数 ÷ 应交份数 × 100%",
    unit="%",
    direction=Direction.HIGHER,
    target=Decimal(100),
    floor=Decimal(0),
    weight=Decimal(100),
    scoring=Scoring.PASS_FAIL,
    frequency=Frequency.MONTHLY,
    source="收件台账",
    owner="a-manager",
)
OTHER_KPIS = (
    replace(
        PLAIN_KPI,
        scoring=Scoring.DEDUCTION,
        points_per_event=Decimal(10),
        free_events=Decimal(1),
        events=("发错零件", "漏发零件"),
        evidence="签收单",
        provider="甲方仓库",
    ),
    replace(
        PLAIN_KPI,
        scoring=Scoring.FORMULA,
        score_as=ScoreAs.PASS_FAIL,
        formula="on_time / due * 100",
        variables=(
            Variable(name="on_time", label="按期份数", unit="份"),
            Variable(name="due", label="应交份数", unit="份"),
        ),
    ),
    replace(PLAIN_KPI, scoring=Scoring.RATED),
)
BONUSES = (
    Bonus(id="rescue", text="紧急抢修避免停产", points_max=Decimal(3)),
    Bonus(id="late", text="资料迟交", points_max=Decimal(-2)),
)
MIXED = tuple(
    PriceLine(
        id=f"m{at}",
        name=name,
        quantity=Decimal(1),
        unit="套",
        unit_price=Decimal(amount),
        tax_rate=Decimal(rate),
    )
    for at, (name, amount, rate) in enumerate((("设备", "113000.00", "13"), ("培训", "10600.00", "6")))
)
VARIANTS: tuple[tuple[str, str, object], ...] = (
    ("agency", "project.state", ProjectState.DRAFT),
    *(("agency", "contract.work.reporting", one) for one in ReportingMode if one is not ReportingMode.OTHER),
    ("agency", "contract.work.sub_delegation", Permission.ALLOWED),
    ("agency", "contract.work.other_delegates", Permission.FORBIDDEN),
    *(("agency", "contract.term.renewal", one) for one in Renewal),
    *(("agency", "contract.sales.exclusivity", one) for one in Exclusivity),
    ("agency", "contract.sales.price_authority", PriceAuthority.NONE),
    ("agency", "contract.sales.collection_authority", Permission.ALLOWED),
    ("agency", "contract.sales.customer_protection", None),
    ("agency", "contract.sales.products", ()),
    ("agency", "contract.sales.targets", ()),
    ("agency", "contract.sales.channels", ()),
    ("agency", "contract.sales.commission.base", CommissionBase.INVOICED),
    ("agency", "contract.sales.commission.method", TierMethod.WHOLE),
    ("agency", "contract.sales.commission.clawback_within", None),
    ("agency", "contract.sales", None),
    ("agency", "contract.subject.mode", MandateMode.SPECIAL),
    *(("agency", "contract.acceptance.rule", one) for one in AcceptanceRule),
    *(("agency", "contract.intellectual_property.owner", one) for one in IpOwner),
    *(("agency", "contract.payment.early_end_fee", one) for one in EarlyEndFee),
    ("agency", "contract.payment.mode", PaymentMode.ONCE),
    *(("agency", "contract.notice.means", (one,)) for one in NoticeMeans),
    ("agency", "contract.dispute.court_link", CourtLink.OTHER),
    ("agency", "contract.breach.late_delivery", None),
    ("service", "contract.breach.late_delivery.base", DamagesBase.CONTRACT_PRICE),
    ("agency", "contract.breach.liability_cap_percent", None),
    ("agency", "contract.breach.items", ()),
    ("agency", "contract.termination.other_grounds", ()),
    ("agency", "contract.deliverables", ()),
    ("technical", "contract.payment.early_end_fee_text", "按完成的里程碑计算"),
    ("technical", "contract.intellectual_property.other", "源代码在终验后交付"),
    ("technical", "contract.acceptance.effect", "上线后连续三十日无严重缺陷"),
    ("agency", "contract.quality", ()),
    ("agency", "contract.price.lines", ()),
    ("service", "contract.price.lines", ()),
    ("agency", "contract.party_b_duties", ()),
    ("agency", "contract.other_terms", ()),
    ("agency", "contract.recitals", ()),
    ("agency", "contract.signing_date", None),
    ("agency", "kpis", ()),
    ("agency", "assessment.vetoes", ()),
    ("agency", "cadence", ()),
    ("agency", "reports", ()),
    ("agency", "resources.people", ()),
    ("agency", "resources.materials", ()),
    ("agency", "resources", None),
    ("agency", "sales_policy", None),
    ("agency", "contacts", ()),
    ("agency", "parties.party_a.bank", None),
    ("agency", "parties.party_b.type", PartyType.INDIVIDUAL),
    ("technical", "contract.acceptance.warranty", None),
    ("technical", "contract.personal_information", DATA),
    ("technical", "contract.personal_information", replace(DATA, sensitive=(), location=None)),
    ("technical", "contract.personal_information", replace(DATA, sub_processing=Permission.ALLOWED)),
    ("technical", "contract.covenants", COVENANTS),
    ("nda", "contract.covenants", Covenants(non_disparagement=Bound.PARTY_B)),
    ("nda", "contract.covenants", Covenants(expenses="样品由提供方负担")),
    ("technical", "contract.securities", SECURITIES),
    ("purchase", "contract.securities", SECURITIES[1:2]),
    ("work", "contract.securities", SECURITIES[2:]),
    *(("commission_agency", "contract.sales.commission.base", one) for one in CommissionBase),
    *(("commission_agency", "contract.sales.commission.method", one) for one in TierMethod),
    ("commission_agency", "contract.sales.commission.clawback_within", None),
    ("commission_agency", "contract.sales.price_authority", PriceAuthority.NONE),
    ("intermediary", "contract.payment.early_end_fee_text", "实际支出的差旅费用凭票报销"),
    ("intermediary", "contract.party_a_duties", ()),
    *(("distribution", "contract.sales.exclusivity", one) for one in Exclusivity),
    *(("distribution", "contract.goods.delivery", one) for one in DeliveryMode),
    *(("distribution", "contract.goods.title", one) for one in TitlePasses),
    ("distribution", "contract.sales.rebate", None),
    ("distribution", "contract.sales.rebate.method", TierMethod.WHOLE),
    ("distribution", "contract.goods.documents", ()),
    ("distribution", "sales_policy", None),
    *(("technical_development", "contract.development.risk", one) for one in TechnicalRisk),
    *(("technical_development", "contract.development.open_source", one) for one in OpenSource),
    *(("technical_development", "contract.development.improvements", one) for one in Improvements),
    ("technical_development", "contract.development.background", ()),
    ("technical_development", "contract.development.route", None),
    ("technical_development", "contract.development.guidance", None),
    ("work", "contract.work", WORK),
    ("work", "contract.work", replace(WORK, reporting=ReportingMode.INTERVAL, report_interval="周")),
    ("work", "contract.work.reporting", ReportingMode.ON_REQUEST),
    ("work", "contract.processing.materials_by", Side.PARTY_B),
    ("work", "contract.processing.loss_percent", None),
    ("work", "contract.processing.tooling", None),
    ("purchase", "contract.deliverables", ()),
    ("purchase", "contract.party_b_duties", ()),
    *(("framework", "contract.payment.settlement.event", one) for one in SettlementEvent),
    *(("framework", "contract.orders.silence", one) for one in Silence),
    ("framework", "contract.payment.settlement.statement", None),
    ("framework", "contract.goods.over_short_percent", None),
    ("framework", "contract.orders", BARE_ORDERS),
    *(("nda", "contract.disclosure.direction", one) for one in Discloser),
    *(("nda", "contract.disclosure.marking", one) for one in (None, *Marking)),
    ("work", "kpis", (PLAIN_KPI,)),
    ("service", "kpis", (replace(PLAIN_KPI, credit_percent=Decimal(1)),)),
    ("work", "kpis", OTHER_KPIS),
    ("work", "assessment.vetoes", (Veto(id="v", text="泄露图纸", score_cap=Decimal(59)),)),
    ("work", "assessment.bonuses", BONUSES),
    ("work", "assessment.bonus_max", Decimal(5)),
    ("work", "assessment.rolling", (Decimal(60), Decimal(40))),
    ("nda", "contract.disclosure.non_solicitation", None),
    ("nda", "contract.disclosure.damages", None),
    ("distribution", "parties.party_b.bank", None),
    ("framework", "contract.party_b_duties", ()),
    ("framework", "contract.quality", ()),
    ("nda", "contract.subject.place", "浙江省杭州市"),
    ("purchase", "contract.price.lines", MIXED),
    ("framework", "contract.price.lines", MIXED),
)


def variant(project: Project, path: str, value: object) -> Project:
    if path == "contacts":
        project = replace(project, cadence=(), reports=())
    if (project.project.kind, path) == (ProjectKind.PURCHASE, "contract.deliverables"):
        days = tuple(
            replace(one, event=None, deliverable=None, within=None, due=project.contract.term.end)
            for one in project.contract.instalments
        )
        project = changed(project, "contract.payment.instalments", days)
    if path == "assessment.vetoes":
        assert project.assessment.vetoes
    return changed(project, path, value)


@pytest.mark.parametrize(("name", "path", "value"), VARIANTS, ids=lambda one: str(one)[:40])
def test_numbers_follow_whatever_drops_out(
    name: str, path: str, value: object, make: Make, read: Make, project_of: Make
) -> None:
    document = read(make(KIND, variant(project_of(name), path, value)))
    numbers, references = numbers_and_references(document)
    assert len(references) > 5
    assert [(one, shown) for one, shown in references if numbers[one] != shown] == []
    assert not re.search(r"[\[\]{}]|：；|。。|，。|；。|：。", document.text)
    assert "Undefined" not in document.text


def test_each_tax_rate_has_its_amounts(project_of: Make, make: Make, read: Make) -> None:
    mixed = changed(project_of("purchase"), "contract.price.lines", MIXED)
    text = read(make(KIND, changed(mixed, "contract.price.gross", Decimal("123600.00")))).text
    for fact in (
        "不含税金额合计¥110,000.00，增值税税额合计¥13,600.00",
        "税率（征收率）13%：含税金额¥113,000.00，不含税金额¥100,000.00，增值税税额¥13,000.00",
        "税率（征收率）6%：含税金额¥10,600.00，不含税金额¥10,000.00，增值税税额¥600.00",
        "设备（税率13%）",
    ):
        assert fact in text
    assert (
        "列有其他税率的，从其所列"
        in read(make(KIND, variant(project_of("framework"), *VARIANTS[-1][1:]))).text
    )


def test_the_annex_says_how_each_kpi_is_scored(project_of: Make, make: Make, read: Make) -> None:
    project = changed(project_of("work"), "kpis", OTHER_KPIS)
    project = changed(project, "assessment.bonuses", BONUSES)
    project = changed(project, "assessment.bonus_max", Decimal(5))
    project = changed(project, "assessment.rolling", (Decimal(60), Decimal(40)))
    project = changed(project, "assessment.vetoes", (Veto(id="v", text="泄露图纸", score_cap=Decimal(59)),))
    text = read(make(KIND, project)).text
    for fact in (
        "数据提供方：甲方仓库。应备依据：签收单。计次事件：发错零件；漏发零件。",
        "每次10分",
        "免扣1次",
        "公式：on_time / due * 100，其中on_time为按期份数（份），due为应交份数（份）。",
        "公式计分\n（达标计分）",
        "加分、扣分以下列事项为限，每期加分合计不超过5分：",
        "紧急抢修避免停产，每期最多增加3分",
        "资料迟交，每期最多扣减2分",
        "依次按照60%、40%的权重加权计算",
        "泄露图纸：考核得分不超过59分",
    ):
        assert fact in text


def test_contents_name_each_article_and_annex(any_project: Project, make: Make, read: Make) -> None:
    document = read(make(KIND, any_project))
    numbers, _ = numbers_and_references(document)
    titles = [*document.styled("Article"), *document.styled("Annex")]
    assert document.styled("TOC1") == [
        f"{number}\u3000{title}" for number, title in zip(numbers.values(), titles, strict=True)
    ]
    links = [one.get(f"{W}anchor") for one in document.root.iter(f"{W}hyperlink")]
    assert links == list(numbers)


def test_pages_are_sealed_across_their_edge_where_somebody_has_a_seal(
    agency: Project, make: Make, read: Make
) -> None:
    def sealed(project: Project) -> bool:
        parts = read(make(KIND, project)).parts
        heads = [body.decode() for name, body in parts.items() if name.startswith("word/header")]
        marks = {"骑缝章" in head for head in heads}
        assert len(marks) == 1
        return marks.pop()

    natural = replace(agency.parties.party_a, type=PartyType.INDIVIDUAL)
    persons = replace(agency.parties, party_a=natural, party_b=natural)
    assert sealed(agency)
    assert sealed(changed(agency, "parties.party_a", natural))
    assert not sealed(replace(agency, parties=persons))
    assert not sealed(changed(agency, "project.state", ProjectState.DRAFT))


def test_signatures_show_the_accounts_that_there_are(agency: Project, make: Make, read: Make) -> None:
    def accounts(project: Project) -> int:
        lines = read(make(KIND, project)).styled("TableText")
        return sum(line.startswith(("户名：", "开户行：", "账号：")) for line in lines)

    assert accounts(agency) == 6
    assert accounts(changed(agency, "parties.party_a.bank", None)) == 3


def test_each_condition_is_met_and_missed(
    monkeypatch: pytest.MonkeyPatch, make: Make, project_of: Make
) -> None:
    answers: dict[str, set[bool]] = {}
    original = articles._Writer.holds

    def noted(self: Any, condition: str | None, *rest: Any) -> bool:
        answer = original(self, condition, *rest)
        if condition:
            answers.setdefault(condition, set()).add(answer)
        return answer

    monkeypatch.setattr(articles._Writer, "holds", noted)
    bare = ((name, "project.tags", ()) for name in ("service", "technical", *ProjectKind))
    for name, path, value in (*VARIANTS, *bare):
        make(KIND, variant(project_of(name), path, value))
    conditions = {
        condition
        for clause in load(Library())[0]
        for condition in (
            clause.when,
            *(one.when for texts in clause.text.values() for entry in texts for one in (entry, *entry.items)),
        )
        if condition
    }
    assert {one for one in conditions if answers.get(one) != {True, False}} == set()


def test_an_article_that_drops_out_leaves_no_gap(agency: Project, make: Make, read: Make) -> None:
    titles = read(make(KIND, agency)).styled("Article")
    without = read(make(KIND, changed(agency, "contract.sales.customer_protection", None))).styled("Article")
    assert [title for title in titles if title not in without] == ["客户报备与保护"]


def test_signatures_stand_between_articles_and_annexes(any_project: Project, make: Make, read: Make) -> None:
    styles = [style for style, _ in read(make(KIND, any_project)).paragraphs]
    last_article = max(index for index, style in enumerate(styles) if style == "Article")
    assert last_article < styles.index("Sign") < styles.index("Annex")


def test_an_individual_signs_instead_of_sealing(agency: Project, make: Make, read: Make) -> None:
    signs = read(make(KIND, changed(agency, "parties.party_b.type", PartyType.INDIVIDUAL))).styled("Sign")
    assert "乙方（签字）：" in signs
    assert "乙方（盖章处）：" not in signs
    assert signs.count("法定代表人或委托代理人") == 1


@pytest.mark.parametrize("state", ProjectState)
def test_only_drafts_are_watermarked(agency: Project, make: Make, read: Make, state: ProjectState) -> None:
    parts = read(make(KIND, changed(agency, "project.state", state))).parts
    headers = [raw for name, raw in parts.items() if name.startswith("word/header")]
    assert len(headers) == 2
    for raw in headers:
        assert (b"textpath" in raw) is (state in (ProjectState.DRAFT, ProjectState.REVIEW))


def test_arbitration_names_institution_and_seat(make: Make, read: Make, project_of: Make) -> None:
    project = project_of("technical")
    assert project.contract.dispute.method is DisputeMethod.ARBITRATION
    text = read(make(KIND, project)).text
    assert f"均提交{project.contract.dispute.institution}" in text
    assert "提起诉讼" not in text


def test_resale_prices_are_not_fixed(agency: Project, make: Make, read: Make) -> None:
    assert "不限定其向第三人转售商品的最低价格" in read(make(KIND, agency)).text


def test_a_settlement_period_is_named(agency: Project, make: Make, read: Make) -> None:
    project = changed(agency, "contract.sales.commission.settlement", Frequency.MONTHLY)
    assert "佣金每月结算一次" in read(make(KIND, project)).text
