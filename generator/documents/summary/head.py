"""The head of the summary: title, key figures, what the project is, parties and key terms."""

from __future__ import annotations

from collections.abc import Iterator

from generator import locale
from generator.derive.lasting import renewal_notice
from generator.derive.money import rates, split_price
from generator.derive.payments import PaymentState, totals
from generator.derive.risk import RiskLevel, counts, live
from generator.documents.summary.page import Page, bare, said, short
from generator.documents.summary.performance import grade_mark
from generator.model.breach import LateDelivery, LatePayment
from generator.model.common import Holder, Side
from generator.model.contract import Dispute, DisputeMethod
from generator.model.price import PaymentMode, Price
from generator.render.pdf import PLAIN, Block, Content, Mark, Prose, Tile, Tiles, Title, Tone, facts

TITLE_LIMIT = 60


def head(page: Page) -> list[Block]:
    """Return title, tiles and the project's own summary."""
    profile, contract = page.project.project, page.project.contract
    subtitle = page.word(
        "subtitle",
        short(contract.number, TITLE_LIMIT),
        short(page.project.parties.party_b.name, TITLE_LIMIT),
        page.label(profile.state),
        page.day(page.on),
    )
    title = said(page.word("title", short(profile.name, TITLE_LIMIT)), "project", "name")
    blocks: list[Block] = [Title(title, subtitle)]
    if len(profile.name) > TITLE_LIMIT:
        blocks.append(Prose(said(profile.name, "project", "name"), PLAIN))
    blocks.append(Tiles((_price(page), _paid(page), _score(page)), after=4))
    blocks.append(Tiles((_actions(page), _risks(page), _term(page))))
    text = " ".join(line.strip() for line in profile.summary.splitlines() if line.strip())
    blocks.append(Prose(said(text if text.isascii() else text.replace(" ", ""), "project", "summary")))
    return blocks


def terms(page: Page) -> list[Block]:
    """Return the parties and the key terms."""
    return [facts(tuple(_facts(page)))]


def _price(page: Page) -> Tile:
    price = page.project.contract.price
    if price is None or price.gross is None:
        return Tile(page.word("tile_price"), page.word("none"), page.word("tile_price_none"))
    split = split_price(price)
    note = page.word("tile_price_note", page.money(split.net), _rates(page, price)) if split else ""
    return Tile(page.word("tile_price"), page.money(price.gross), note)


def _rates(page: Page, price: Price) -> str:
    return locale.join([locale.percent(one) for one in rates(price)], page.language)


def _paid(page: Page) -> Tile:
    states = page.instalments
    sums = totals(page.project, states)
    late = any(state.days_overdue and not state.explained for state in states)
    note = page.word("tile_paid_none", page.money(sums.remaining))
    if sums.paid:
        note = page.word("tile_paid_note", page.share(sums.share), page.money(sums.remaining))
    mark = Mark(page.word("overdue"), Tone.BAD) if late else None
    if mark is None and any(state.state is PaymentState.SHORT for state in states):
        mark = Mark(page.word("paid_short"), Tone.WARN)
    return Tile(page.word("tile_paid"), page.money(sums.paid), note, mark)


def _score(page: Page) -> Tile:
    found = page.results
    if not found:
        return Tile(page.word("tile_score"), page.word("none"), page.word("tile_score_none"))
    evaluation, result = found[-1]
    note = page.word("tile_score_note", page.period(evaluation.period), short(result.grade.label))
    if len(found) > 1:
        note += page.word("tile_score_before", locale.number(found[-2][1].total))
    return Tile(page.word("tile_score"), locale.number(result.total), note, grade_mark(page, result.grade))


def _actions(page: Page) -> Tile:
    actions = page.actions
    late = sum(action.days_overdue > 0 for action in actions)
    mark = Mark(page.word("overdue"), Tone.BAD) if late else None
    note = page.word("tile_actions_note", late)
    return Tile(page.word("tile_actions"), page.word("count", len(actions)), note, mark)


def _risks(page: Page) -> Tile:
    found = counts(page.project)
    extreme, high = found[RiskLevel.EXTREME], found[RiskLevel.HIGH]
    note = page.word("tile_risks_note", extreme, high, len(live(page.project)))
    level = RiskLevel.EXTREME if extreme else RiskLevel.HIGH
    mark = Mark(page.label(level), Tone.BAD) if extreme + high else None
    return Tile(page.word("tile_risks"), page.word("count", extreme + high), note, mark)


def _term(page: Page) -> Tile:
    term = page.project.contract.term
    value = page.word("days", (term.end - page.on).days)
    note = page.word("tile_term_note", page.long(term.end))
    if term.end < page.on:
        value = page.word("tile_term_over")
    elif term.start > page.on:
        note = page.word("tile_term_ahead", page.long(term.start)) + page.word("comma") + note
    return Tile(page.word("tile_term"), value, note)


def _facts(page: Page) -> Iterator[tuple[str, Content]]:
    parties = page.project.parties
    if parties.party_a:
        yield page.label(Side.PARTY_A), said(parties.party_a.name, "parties", "party_a", "name")
    yield page.label(Side.PARTY_B), said(parties.party_b.name, "parties", "party_b", "name")
    yield from _leads(page)
    yield from _term_facts(page)
    yield from _price_facts(page)
    yield from _duty_facts(page)


def _leads(page: Page) -> Iterator[tuple[str, Content]]:
    for side, key in ((Holder.PARTY_A, "fact_lead_a"), (Holder.PARTY_B, "fact_lead_b")):
        for index, one in enumerate(page.project.contacts):
            if one.party is side and one.escalation_level == 1:
                text = f"{one.name}（{one.title}）" if one.title else one.name
                yield page.word(key), said(text, "contacts", index, "name")
                break


def _term_facts(page: Page) -> Iterator[tuple[str, Content]]:
    contract, term = page.project.contract, page.project.contract.term
    signed = page.long(contract.signing_date) if contract.signing_date else page.word("fact_unsigned")
    yield page.word("fact_signed"), signed
    days = page.word("fact_term_text", page.long(term.start), page.long(term.end))
    yield page.word("fact_term"), [days, page.cite("contract", "term")]
    text = page.label(term.renewal)
    notice = renewal_notice(page.project)
    if notice and term.renewal_notice:
        text += page.word("fact_notice", page.long(notice.day), page.span(term.renewal_notice))
    yield page.word("fact_renewal"), text


def _price_facts(page: Page) -> Iterator[tuple[str, Content]]:
    price, payment = page.project.contract.price, page.project.contract.payment
    if payment:
        mode = page.label(payment.mode)
        if payment.mode is PaymentMode.INSTALMENTS:
            mode = page.word("fact_payment_parts", mode, len(page.instalments))
        yield page.word("fact_payment"), mode
    split = split_price(price) if price else None
    if price and price.gross is not None and split:
        yield page.word("fact_price"), [page.money(price.gross), page.cite("contract", "price", "gross")]
        words = locale.amount_in_words(price.gross, price.currency.value, page.language)
        yield page.word("fact_words"), words
        net = page.word("fact_net_text", page.money(split.net), page.money(split.tax), _rates(page, price))
        yield page.word("fact_net"), net
    if payment:
        yield page.word("fact_invoice"), page.label(payment.invoice)


def _duty_facts(page: Page) -> Iterator[tuple[str, Content]]:
    contract = page.project.contract
    if contract.inspection:
        yield page.word("fact_acceptance"), page.span(contract.inspection)
    if contract.warranty:
        yield page.word("fact_warranty"), page.span(contract.warranty)
    breach = contract.breach
    if breach.late_payment:
        yield page.word("fact_late_payment"), _rate(page, breach.late_payment)
    if breach.late_delivery:
        yield page.word("fact_late_delivery"), _rate(page, breach.late_delivery)
    if breach.liability_cap_percent is not None:
        cap = page.word("fact_cap_text", locale.percent(breach.liability_cap_percent))
        yield page.word("fact_cap"), cap
    yield page.word("fact_dispute"), _dispute(page, contract.dispute)


def _rate(page: Page, late: LatePayment | LateDelivery) -> str:
    return page.word("fact_rate", locale.percent(late.daily_rate), locale.percent(late.cap_percent))


def _dispute(page: Page, dispute: Dispute) -> Content:
    key = "court" if dispute.method is DisputeMethod.COURT else "institution"
    where = dispute.court if dispute.method is DisputeMethod.COURT else dispute.institution
    method = page.label(dispute.method)
    if not where:
        return method
    return said(page.word("fact_dispute_text", method, bare(where)), "contract", "dispute", key)
