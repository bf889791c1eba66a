"""Indicators left out because they do not apply, and the total brought back to full marks."""

import re

from msgspec import Struct

from jiheng.audit.facts.weights import full_marks
from jiheng.model.form import Form
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

RESCALING_READS = (
    "notes",
    "texts",
    "conclusion",
    "indicators.weight",
    "indicators.score",
    "funds.lines.weight",
    "funds.lines.score",
    "pack",
    "scores",
)
"""What is looked at to see whether a form rescales its total."""

_WAYS = r"(?:折算|换算|折合|折成|换成)"
_DECLARED = re.compile(
    rf"{_WAYS}(?:为|成|到|至)?(?:百分制|100分|满分)"
    rf"|(?:百分制|100分|满分)(?:进行)?{_WAYS}"
    rf"|(?:不适用|不涉及|未涉及|不参与评分|缺项)[^。；;]{{0,30}}{_WAYS}"
)


class Rescaling(Struct, frozen=True, kw_only=True):
    """What a form says of its total, and what follows.

    Attributes:
        at: where it says so.
        left_out: the rows that carry no score, by position.
        total: the scores over the weights that are left, brought to full marks, 1/100 point.
    """

    at: str
    left_out: tuple[int, ...]
    scores: int
    weights: int
    total: int


def rescaling_of(scored: ScoredForm) -> Rescaling | None:
    """Return how a form says that it leaves rows out and rescales; None where it does neither."""
    at = _declared_at(scored.form)
    left_out = tuple(row.index for row in scored.indicators if _is_left_out(row)) if at else ()
    counted = tuple(item for item in scored.items if item.weight and item.printed is not None)
    scores = sum(item.printed or 0 for item in counted)
    weights = sum(item.weight or 0 for item in counted)
    full = full_marks(scored)
    if at is None or not left_out or not weights or weights >= full:
        return None
    total = (2 * scores * full + weights) // (2 * weights)
    return Rescaling(at=at, left_out=left_out, scores=scores, weights=weights, total=total)


def _is_left_out(row: ScoredIndicator) -> bool:
    return row.item.printed is None and row.actual.kind == "blank"


def _declared_at(form: Form) -> str | None:
    """Return the first cell whose text speaks of rescaling."""
    texts = (
        ("conclusion", form.conclusion),
        *((f"texts[{at}].text", text.text) for at, text in enumerate(form.texts)),
        *((f"notes[{at}]", note) for at, note in enumerate(form.notes)),
    )
    return next((path for path, text in texts if text and _DECLARED.search(text)), None)
