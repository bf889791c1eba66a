"""A money line against the lines that make it up, column by column."""

from fractions import Fraction

from msgspec import Struct

from jiheng.audit.cells import money_cell
from jiheng.audit.facts.money_block import MoneyRow, shown

COLUMNS = {
    "initial_budget": "年初预算数",
    "adjusted_budget": "全年预算数",
    "executed": "全年执行数",
}


class Sum(Struct, frozen=True, kw_only=True):
    """One column: the line's own amount, and what its parts add up to.

    Attributes:
        first: the first part's amount; it may be the whole where the others are only 其中.
        has_blank: a part was left blank; it may hold what is missing.
        is_single: there is one part only, which need not be all.
        told: the parts with their amounts.
    """

    cells: tuple[str, ...]
    column: str
    whole: Fraction
    parts: Fraction
    first: Fraction
    has_blank: bool
    is_single: bool
    told: str

    @property
    def agrees(self) -> bool:
        """Whether the parts add up."""
        return self.whole == self.parts

    @property
    def may_be_incomplete(self) -> bool:
        """Whether only a single part is named, and it is less than the whole."""
        return self.is_single and self.parts < self.whole


def column_sums(whole: MoneyRow, parts: tuple[MoneyRow, ...], unit: str | None) -> tuple[Sum, ...]:
    """Return the columns in which both the whole and a part print an amount."""
    return tuple(
        found for field in COLUMNS if (found := _column(whole, parts, field, unit)) is not None
    )


def _column(row: MoneyRow, parts: tuple[MoneyRow, ...], field: str, unit: str | None) -> Sum | None:
    whole = row.amount(field)
    known = tuple((part, value) for part in parts if (value := part.amount(field)) is not None)
    if whole is None or not known:
        return None
    return Sum(
        cells=tuple(money_cell(each.index, field) for each in (row, *parts)),
        column=COLUMNS[field],
        whole=whole,
        parts=sum((value for _, value in known), Fraction(0)),
        first=known[0][1],
        has_blank=len(known) < len(parts),
        is_single=len(parts) == 1,
        told="、".join(f"{part.line.label} {shown(value, unit)}" for part, value in known),
    )


def told(sums: tuple[Sum, ...], unit: str | None) -> str:
    """Return every column's two amounts and their difference, as one sentence's middle.

    Example:
        >>> budget = Sum(cells=(), column="全年预算数", whole=Fraction(50), parts=Fraction(48),
        ...              first=Fraction(40), has_blank=False, is_single=False,
        ...              told="财政拨款 40元、其他资金 8元")
        >>> told((budget,), "元")
        '全年预算数 50元，各项合计 48元（财政拨款 40元、其他资金 8元），相差 2元'
    """
    return "；".join(
        f"{each.column} {shown(each.whole, unit)}，各项合计 {shown(each.parts, unit)}"
        f"（{each.told}），相差 {shown(each.whole - each.parts, unit)}"
        for each in sums
    )
