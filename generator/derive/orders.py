"""What an order under a framework or distribution contract comes to: unit prices, amounts, net and tax."""

from __future__ import annotations

from decimal import Decimal

from generator.derive.money import HUNDRED, WIDE, Split, split_tax, unit_of
from generator.model.contract import Contract
from generator.model.goods import OrderLine, PurchaseOrder
from generator.model.sales import Product
from generator.model.value import record


@record
class OrderAmount:
    """One line of an order: the product, the price that holds for it, and quantity times price, rounded half up."""

    product: Product
    quantity: Decimal
    unit_price: Decimal
    amount: Decimal


def order_amounts(contract: Contract, order: PurchaseOrder) -> tuple[OrderAmount, ...]:
    """Return the lines of ``order`` with their amounts; those of products without a price are left out.

    The price is the line's own, else the list price, less a distributor's discount rounded half up to the minor unit.
    """
    known = {one.id: one for one in products(contract)}
    return tuple(
        _amount(contract, known[line.product], line) for line in order.lines if line.product in known
    )


def order_total(contract: Contract, order: PurchaseOrder) -> Split:
    """Return what ``order`` comes to: the amounts of its lines with their tax at the rate of the contract."""
    total = sum((one.amount for one in order_amounts(contract, order)), Decimal(0))
    rate = contract.price.tax_rate if contract.price else Decimal(0)
    return split_tax(total, rate, contract.currency)


def products(contract: Contract) -> tuple[Product, ...]:
    """Return the price list of a contract: what is sold in a territory, or the goods of a framework agreement."""
    terms = contract.sales or contract.orders
    return terms.products if terms else ()


def _amount(contract: Contract, product: Product, line: OrderLine) -> OrderAmount:
    price = _price(contract, product) if line.unit_price is None else line.unit_price
    amount = _rounded(contract, line.quantity * price)
    return OrderAmount(product, line.quantity, price, amount)


def _price(contract: Contract, product: Product) -> Decimal:
    discount = contract.sales.discount_percent if contract.sales else None
    if discount is None:
        return product.list_price
    return _rounded(contract, product.list_price * (HUNDRED - discount) / HUNDRED)


def _rounded(contract: Contract, amount: Decimal) -> Decimal:
    return amount.quantize(unit_of(contract.currency), context=WIDE)
