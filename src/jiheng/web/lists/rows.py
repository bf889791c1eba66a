"""A form as lists show it."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone
from msgspec import Struct

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.summary import Summary, read_summary
from jiheng.web.lists.models import Figures


class Row(Struct, frozen=True, kw_only=True):
    """A form in a list.

    Attributes:
        due: last day of its step; None where the route names none.
    """

    record: FormRecord
    figures: Figures
    summary: Summary
    step: Step
    due: date | None
    is_overdue: bool
    is_returned: bool


def listed(records: QuerySet[FormRecord]) -> QuerySet[FormRecord]:
    """Return forms with all that a list shows of them, by one query and without the forms."""
    return records.select_related("organisation", "filler", "figures").defer("document")


def row_of(record: FormRecord) -> Row:
    """Return a form as lists show it."""
    figures = Figures.of(record)
    return Row(
        record=record,
        figures=figures,
        summary=read_summary(record.summary),
        step=Step(record.step),
        due=figures.due,
        is_overdue=figures.due is not None and figures.due < timezone.localdate(),
        is_returned=figures.is_returned,
    )
