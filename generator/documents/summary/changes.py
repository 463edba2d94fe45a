"""Changes of the contract: each with where it stands, and the price after those that are signed."""

from __future__ import annotations

from generator.derive.changes import price_now, signed
from generator.documents.summary.page import Page, said
from generator.documents.summary.together import Together
from generator.model.change import Change
from generator.render.pdf import PLAIN, Block, Column, Content, Prose, Table


def changes(page: Page) -> list[Block]:
    """Return the changes and what they make of the price; nothing for a contract that none was asked of."""
    found = page.project.changes
    if not found:
        return []
    shares = {"number": 0.24, "title": 0.32, "state": 0.12, "agreed": 0.14, "price": 0.18}
    columns = [
        Column(page.word(f"change_{name}"), share, "right" if name == "price" else "left")
        for name, share in shares.items()
    ]
    rows = [_row(page, one, index) for index, one in enumerate(found)]
    return [*_price(page), Together(Table(columns, rows))]


def _price(page: Page) -> list[Block]:
    """Return the sentence on the price where signed changes have moved it."""
    before, after = page.project.contract.gross, price_now(page.project)
    if before is None or after is None or not any(one.price for one in signed(page.project)):
        return []
    amounts = map(page.money, (before, after - before, after))
    return [Prose(page.word("change_sum", *amounts), PLAIN, keep=True)]


def _row(page: Page, one: Change, index: int) -> tuple[Content, ...]:
    return (
        said(one.number, "changes", index, "number"),
        [said(one.title, "changes", index, "title"), page.cite("changes", index)],
        page.label(one.status),
        page.day(one.agreed_on),
        page.money(one.price) if one.price else page.word("none"),
    )
