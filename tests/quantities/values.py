"""The table of expected readings, one row a printed value."""

import csv
from fractions import Fraction
from pathlib import Path

from jiheng.model.quantity import PER_UNIT, Quantity

TABLE = Path(__file__).with_name("expected.tsv")


def rows() -> list[dict[str, str]]:
    """Return the rows of ``expected.tsv``."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def expected(row: dict[str, str]) -> dict[str, object]:
    """Return what the row says; amounts stand in base units (元, 人, 米, 秒) or in percent."""
    return {
        "kind": row["kind"],
        "op": row["op"] or None,
        "amount": _amount(row["amount"]),
        "unit": row["unit"] or None,
        "dimension": row["dimension"] or None,
        "first": row["first"] or None,
        "last": row["last"] or None,
        "tier": row["tier"] or None,
        "flags": set(row["flags"].split()),
        "prefix": row["prefix"] or None,
        "note": row["note"] or None,
    }


def read(value: Quantity) -> dict[str, object]:
    """Return the same of a parsed value."""
    names = ("kind", "op", "unit", "dimension", "first", "last", "tier", "prefix", "note")
    amount = None if value.amount is None else Fraction(value.amount, value.over * PER_UNIT)
    return {
        **{name: getattr(value, name) for name in names},
        "amount": amount,
        "flags": set(value.flags),
    }


def _amount(text: str) -> Fraction | None:
    if not text:
        return None
    if text.endswith("%"):
        return Fraction(text[:-1]) / 100
    return Fraction(text.split(" ", maxsplit=1)[0])
