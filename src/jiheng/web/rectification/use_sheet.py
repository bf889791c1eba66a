"""结果应用 as a worksheet, one row a form."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone

from jiheng.rulebook.messages import say
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.models import Figures
from jiheng.web.lists.rows import listed
from jiheng.web.rectification.departments import departments_of
from jiheng.web.rectification.uses import NONE, uses_by_form
from jiheng.web.rectification.worksheet import scaled, worksheet
from jiheng.writers.findings.row import Value

_COLUMNS = (
    ("number", 18), ("project", 40), ("unit", 26), ("department", 26), ("year", 8),
    ("budget", 16), ("executed", 16), ("rate", 10), ("printed", 10), ("lowest", 12),
    ("highest", 12), ("errors", 8), ("use", 14), ("amount", 18), ("reason", 46), ("at", 12),
)  # fmt: skip
_TEN_THOUSAND_YUAN, _HUNDREDTH = 8, 2
"""Decimal places that the database counts in."""


def use_sheet(records: QuerySet[FormRecord], language: str) -> bytes:
    """Return an Excel file of these forms with what was recorded for each; three queries."""
    found = tuple(listed(records))
    return worksheet("uses", _COLUMNS, _rows(found, language), language)


def _rows(records: tuple[FormRecord, ...], language: str) -> Iterator[tuple[Value, ...]]:
    uses = uses_by_form(records)
    departments = departments_of(each.organisation.branch for each in records)
    for record in records:
        figures, use = Figures.of(record), uses.get(record.pk)
        yield (
            record.number,
            record.project,
            record.organisation.name,
            departments[record.organisation.branch].name,
            record.year,
            scaled(figures.budget, _TEN_THOUSAND_YUAN),
            scaled(figures.executed, _TEN_THOUSAND_YUAN),
            scaled(figures.rate, _HUNDREDTH),
            scaled(figures.printed, _HUNDREDTH),
            scaled(figures.low, _HUNDREDTH),
            scaled(figures.high, _HUNDREDTH),
            figures.errors,
            say(f"uses.use.{use.use if use else NONE}", language),
            scaled(use.amount, _TEN_THOUSAND_YUAN) if use else None,
            use.event.reason if use else None,
            timezone.localdate(use.event.at).isoformat() if use else None,
        )
