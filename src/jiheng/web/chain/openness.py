"""Which cells of a form may be written in: by step, by return, on request, by notice."""

import re

from jiheng.model.form import Form
from jiheng.web.chain.models import Asked, Event, OpeningRequest, ReturnedCell
from jiheng.web.chain.past import past_of
from jiheng.web.chain.steps import DRAFTS, Step
from jiheng.web.forms.drawn import drawn_paths, only_budgets, planned_texts
from jiheng.web.forms.models import FormRecord
from jiheng.web.rectification.states import NoticeState

_RESULTS = re.compile(
    r"funds\.lines\[\d+\]\.(adjusted_budget|executed|rate|score|reason)"
    r"|goals?(\[\d+\])?\.actual"
    r"|indicators\[\d+\]\.(actual|score|reason|deduction|coefficient)"
    r"|total\.(score|grade)|conclusion|texts\[\d+\]\.text|filled_on|contact"
)
"""What is known when the year is over."""
_REVIEWED = re.compile(r".*\.review_\w+")
"""What those who check fill in, never the unit."""
_FOLLOWS = {
    "executed": ("rate", "score", "reason"),
    "adjusted_budget": ("rate", "score", "reason"),
    "rate": ("score", "reason"),
    "actual": ("score", "reason", "deduction", "coefficient"),
    "deduction": ("score",),
    "coefficient": ("score",),
    "score": ("reason",),
    "target": ("unit", "method", "nature"),
    "weight": (),
}
"""Field of a row → fields of the same row that depend on it."""
_OF_SCORES = ("total.score", "total.grade", "conclusion")
_OF_WEIGHTS = ("total.weight",)


def open_paths(form: Form, record: FormRecord, returned: tuple[str, ...] = ()) -> frozenset[str]:
    """Return the fields that may be written in now.

    Args:
        form: the form as it is.
        record: its record, for the step.
        returned: cells that a return points to; () where it is about the whole form.
    """
    phase = writable_at(form, Step(record.step))
    # A return may point to a cell that is locked: what was approved stays locked, until whoever
    # approved it opens it.
    narrowed = phase & _with_dependants(returned) if returned else phase
    demanded = demanded_cells(record)
    if demanded:
        # What was approved stays as it is: a notice is about what was done and what was said of it.
        return writable_at(form, Step.SELF_EVALUATION) & _with_dependants(demanded)
    granted = granted_cells(record)
    return narrowed | (_of_the_unit(form) & _with_dependants(granted)) if granted else narrowed


def askable_paths(form: Form, record: FormRecord) -> frozenset[str]:
    """Return the locked fields that the unit may ask to have opened."""
    known = _of_the_unit(form) - open_paths(form, record, returned_cells(record))
    if record.step == Step.SELF_EVALUATION:
        return known
    return frozenset(path for path in known if not is_result(path))


def is_result(path: str) -> bool:
    """Whether a field is only known when the year is over."""
    return _RESULTS.fullmatch(path) is not None


def dependants(path: str) -> tuple[str, ...]:
    """Return the fields that may have to change with one.

    Example:
        >>> dependants("indicators[2].actual")[:2]
        ('indicators[2].score', 'indicators[2].reason')
        >>> dependants("conclusion")
        ()
    """
    row, _, field = path.rpartition(".")
    beside = tuple(f"{row}.{each}" for each in _FOLLOWS.get(field, ()))
    if not row.endswith("]"):
        return _OF_SCORES[1:] if path == "total.score" else ()
    if field in {"target", "weight"}:
        return (*beside, *(_OF_WEIGHTS if field == "weight" else ()))
    changes_score = field == "score" or any(each.endswith(".score") for each in beside)
    return (*beside, *(_OF_SCORES if changes_score else ()))


def returned_cells(record: FormRecord) -> tuple[str, ...]:
    """Return the cells of the return that a form was last sent back with, if it still holds."""
    event = open_return(record)
    return tuple(cell.path for cell in ReturnedCell.objects.filter(event=event)) if event else ()


def are_rows_open(record: FormRecord) -> bool:
    """Return whether rows may come and go: the whole target is open, and not single cells of it."""
    return record.step == Step.TARGET_DRAFT and not returned_cells(record)


def granted_cells(record: FormRecord) -> tuple[str, ...]:
    """Return the cells that were opened on request, and stay open until the form goes on."""
    openings = past_of(record).openings
    granted = [each.event.pk for each in openings if each.state == Asked.GRANTED]
    if not granted:
        return ()
    return tuple(ReturnedCell.objects.filter(event__in=granted).values_list("path", flat=True))


def demanded_cells(record: FormRecord) -> tuple[str, ...]:
    """Return the cells that a notice of rectification opens while it waits for the unit."""
    notice = past_of(record).notice
    if notice is None or notice.state != NoticeState.ISSUED:
        return ()
    return tuple(ReturnedCell.objects.filter(event=notice.event).values_list("path", flat=True))


def request_waiting(record: FormRecord) -> OpeningRequest | None:
    """Return the request that locked cells be opened, if one waits for its answer."""
    return past_of(record).waiting


def open_return(record: FormRecord) -> Event | None:
    """Return the return that waits to be taken up, or None."""
    if record.step not in DRAFTS:
        return None
    return past_of(record).return_to_take_up


def writable_at(form: Form, step: Step) -> frozenset[str]:
    """Return the fields that are written in at a step, as long as no return says less."""
    if step is Step.SELF_EVALUATION:
        results = frozenset(path for path in _of_the_unit(form) if is_result(path))
        return results - planned_texts(form)
    if step is Step.TARGET_DRAFT:
        known = planned_texts(form) | only_budgets(form)
        return frozenset(
            path for path in _of_the_unit(form) if path in known or not is_result(path)
        )
    return frozenset()


def _of_the_unit(form: Form) -> frozenset[str]:
    """The fields that the unit fills in at some step."""
    return frozenset(path for path in drawn_paths(form) if not _REVIEWED.fullmatch(path))


def _with_dependants(paths: tuple[str, ...]) -> frozenset[str]:
    return frozenset(path for each in paths for path in (each, *dependants(each)))
