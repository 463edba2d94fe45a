"""Check C110: a fact is missing without which a contract of its kind is not one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.kinds import missing
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import civil_code, page, see

CODE = Code(
    "C110",
    Severity.ERROR,
    Text("缺少这一类型合同必需的约定", "a fact that the kind of contract needs is missing"),
    page(
        Text(
            "每一类型的合同都有必需的约定：销售代理要写区域、产品和佣金（sales），买卖和框架协议要写交付、检验和"
            "质保（goods），保密协议要写披露方和接收人员（disclosure），有价款的合同要写付款方式（payment）。"
            "按订单付款的，还要写订单何时结算（payment.settlement）。",
            "Each kind of contract needs some facts: a sales agency territory, products and commission (sales), purchase "
            "and framework delivery, inspection and warranty (goods), a non-disclosure agreement discloser and recipients "
            "(disclosure), whatever is paid for its way of payment (payment), orders their settlement "
            "(payment.settlement).",
        ),
        Text(
            "缺了这些约定，主要条款就留有空白，只能在争议发生后由法律的补充规定决定。",
            "Without them the main terms are blank, and the law's default rules decide once there is a dispute.",
        ),
        "project: {kind: sales_agency}\ncontract: {title: 代理合同}",
        "project: {kind: sales_agency}\ncontract:\n  title: 代理合同\n  sales:\n    territory: [上海市]",
        Text(
            "补上所列的约定，或改正项目类型（project.kind）。",
            "Add what is listed, or correct the kind of the project (project.kind).",
        ),
    ),
    (civil_code("第四百七十条", "合同的内容由当事人约定，一般包括下列条款"),),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each fact that the kind, or the way of payment, needs."""
    kind = project.project.kind
    for path in missing(kind, project.contract):
        parent, _, _ = path.rpartition(".")
        message = Text(f"{kind} 合同没有写 contract.{path}", f"a {kind} contract needs contract.{path}")
        related = [see(f"项目类型是 {kind}", f"the kind is {kind}", ("project", "kind"))]
        route = ("contract", *parent.split(".")) if parent else ("contract",)
        yield found(CODE, message, Place(route, "key"), related=related)
