"""A form as lists have it."""

from datetime import date

from django.db.models import QuerySet

from jiheng.web.api.figures import percent, points, yuan
from jiheng.web.api.operations.around import (
    Counted,
    Place,
    Somebody,
    counted,
    paged,
    place,
    somebody,
)
from jiheng.web.api.wire import Wire
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.models import Figures
from jiheng.web.lists.rows import Row, row_of


class FormLine(Wire, frozen=True, kw_only=True):
    """A form as lists have it; what needs results is null before there are any.

    Attributes:
        due: last day of its step.
        budget, executed: in yuan.
        rate: executed over budget, in per cent.
        printed: the score as the unit wrote it; ``recomputed`` lowest and highest by the rules.
        at_stake: points that the findings touch.
        blanks: cells that the unit still has to fill in.
    """

    number: str
    project: str
    unit: Place
    filler: Somebody
    year: int
    step: str
    version: int
    is_returned: bool
    due: date | None
    blanks: int
    budget: str | None
    executed: str | None
    rate: str | None
    printed: str | None
    recomputed: tuple[str, str] | None
    errors: int | None
    warnings: int | None
    hints: int | None
    at_stake: str | None


class FormList(Wire, frozen=True, kw_only=True):
    """A page of forms."""

    items: tuple[FormLine, ...]
    page: Counted


def form_list(records: QuerySet[FormRecord], page: int) -> FormList:
    """Return a page of forms, which the query brings with their figures."""
    found = paged(records, page)
    return FormList(
        items=tuple(line_of(row_of(each)) for each in found.object_list), page=counted(found)
    )


def line_of(row: Row) -> FormLine:
    """Return a form as lists have it."""
    record, figures = row.record, row.figures
    judged = figures.is_judged
    return FormLine(
        number=record.number,
        project=record.project,
        unit=place(record.organisation),
        filler=somebody(record.filler),
        year=record.year,
        step=record.step,
        version=record.version,
        is_returned=figures.is_returned,
        due=figures.due,
        blanks=figures.blanks,
        budget=yuan(figures.budget),
        executed=yuan(figures.executed),
        rate=percent(figures.rate),
        printed=points(figures.printed),
        recomputed=_recomputed(figures),
        errors=figures.errors if judged else None,
        warnings=figures.warnings if judged else None,
        hints=figures.hints if judged else None,
        at_stake=points(figures.stake) if judged else None,
    )


def _recomputed(figures: Figures) -> tuple[str, str] | None:
    low, high = points(figures.low), points(figures.high)
    return None if low is None or high is None else (low, high)
