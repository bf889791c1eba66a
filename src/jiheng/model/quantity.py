"""A printed value, understood."""

from typing import Literal

from msgspec import Struct

Operator = Literal["ge", "le", "gt", "lt", "eq", "approx"]

QuantityKind = Literal[
    "number",
    "range",
    "date",
    "period",
    "formula",
    "list",
    "qualitative",
    "norm",
    "tier",
    "scope",
    "blank",
    "placeholder",
    "text",
]

Tier = Literal["met", "partly", "unmet"]

PER_UNIT = 10_000
"""Amounts are integers in 1/10,000 of the base unit."""


class Quantity(Struct, frozen=True, kw_only=True):
    """One value of a target or actual cell.

    Attributes:
        raw: the text as printed.
        normalised: after NFKC, without blanks, with one glyph an operator.
        kind: what sort of value it is.
        op: the operator as printed or worded; None when there is none.
        amount: value in 1/10,000 of the dimension's base unit (元, 人, 1 for 100 %), exact
            together with ``over``; for a range its lower end; None when there is no number.
        over: denominator of ``amount``; 1 unless the value has more than four decimals.
        upper: upper end of a range, in the same unit and over the same denominator.
        unit: the unit as normalised (万元, 元/人·月), None for a bare number.
        scale: how many base units one ``unit`` is, as (numerator, denominator): 万元 → (10000, 1).
        dimension: what the base unit measures: money, ratio, people, time, area, length, …;
            a unit price is written money/people/month; a counted thing is its own word (套).
        prefix: words before the number (平均费用, 最低标准提高至).
        note: words after it (2022年:61%).
        first: earliest day that a date can mean, ISO, or --MM-DD where no year is printed;
            None when not a date.
        last: latest day that a date can mean, in the same form.
        tier: for a completion phrase such as 达成年度指标.
        parts: the members of a list.
        flags: what a reader should know: ``ocr``, ``scaled``, ``completion-note``, ….
    """

    raw: str
    normalised: str
    kind: QuantityKind
    op: Operator | None = None
    amount: int | None = None
    over: int = 1
    upper: int | None = None
    unit: str | None = None
    scale: tuple[int, int] = (1, 1)
    dimension: str | None = None
    prefix: str | None = None
    note: str | None = None
    first: str | None = None
    last: str | None = None
    tier: Tier | None = None
    parts: tuple["Quantity", ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether it can be compared as a number."""
        return self.kind == "number" and self.amount is not None

    @property
    def is_words(self) -> bool:
        """Whether only people can say how far it is reached."""
        return self.kind in {"qualitative", "norm", "tier", "scope", "text"}
