"""Keeps what a form is beside the one before it, so that lists need not open either."""

from fractions import Fraction
from itertools import pairwise

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from jiheng.audit.facts.money_block import total_row
from jiheng.audit.years.comparison import Comparison, compare
from jiheng.audit.years.moves import changed_by
from jiheng.model.form import Form
from jiheng.model.points import parse_points
from jiheng.rulebook.years import thresholds
from jiheng.web.forms.models import FormRecord
from jiheng.web.rollover.models import Succession
from jiheng.web.years.lineage import document_of, line_of, renamed_in
from jiheng.web.years.models import Trend

WHOLE = 10_000
_MOST = 2**31 - 1


def keep_trend(record: FormRecord) -> None:
    """Write what a form is beside the one before it, and what the next one is beside it."""
    line = line_of(record, FormRecord.objects.all())
    beside = [pair for pair in pairwise(line) if record in pair]
    renamed = renamed_in(tuple(now for _, now in beside))
    for before, now in beside:
        one, other = document_of(before), document_of(now)
        found = compare(one, other, thresholds(), renamed.get(now.pk))
        _trend(before, now, found, (one, other)).save()


@transaction.atomic
def catch_up() -> None:
    """Compare the forms that have one before them and have not been compared yet."""
    earlier = FormRecord.objects.filter(
        organisation=OuterRef("organisation"),
        project=OuterRef("project"),
        year__lt=OuterRef("year"),
    )
    carried = Succession.objects.filter(draft=OuterRef("pk"))
    lacking = FormRecord.objects.filter(Q(Exists(earlier)) | Q(Exists(carried)), trend=None)
    for record in lacking.select_related("organisation").iterator():
        keep_trend(record)


def budget_of(form: Form) -> Fraction | None:
    """Return the budget that counts, in yuan."""
    line = total_row(form)
    if line is None:
        return None
    return line.adjusted if line.adjusted is not None else line.initial


def _trend(
    before: FormRecord, now: FormRecord, found: Comparison, forms: tuple[Form, Form]
) -> Trend:
    changes = [each.change for each in found.costs if each.change is not None]
    scores = [parse_points(form.total.score) for form in forms]
    first, last = scores
    return Trend(
        record=now,
        before=before,
        year=now.year,
        organisation=now.organisation,
        softer=len(found.softer),
        harder=len(found.harder),
        gone=len(found.gone),
        new=len(found.new),
        kept=len(found.promised("kept")),
        short=len(found.promised("short", "repeated")),
        repeated=len(found.promised("repeated")),
        jumps=sum(each.is_jump for each in found.costs),
        unit_cost=_in_parts(max(changes, key=abs, default=None)),
        budget=_in_parts(changed_by(*(budget_of(form) for form in forms))),
        score=None if first is None or last is None else last - first,
    )


def _in_parts(change: Fraction | None) -> int | None:
    """A part in 1/10,000, rounded half up; what no column holds is the most that one does."""
    if change is None:
        return None
    parts = (2 * change.numerator * WHOLE + change.denominator) // (2 * change.denominator)
    return max(-_MOST, min(parts, _MOST))
