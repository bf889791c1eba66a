"""A form's score and items as the audit's document shows them."""

from collections.abc import Iterator

from jiheng.audit.facts.conclusion import concluded_grade
from jiheng.model.audit import Item, ScoreLine
from jiheng.model.form import Form
from jiheng.model.points import format_points
from jiheng.rulebook.pack import Grade, grades_between
from jiheng.scoring.scored import ScoredForm, ScoredItem


def score_line(scored: ScoredForm) -> ScoreLine:
    """Return the printed total beside the recomputed one, each with its grade."""
    grades = scored.pack.grades.value
    recomputed = None
    names: tuple[str, ...] = ()
    bounds = _recomputed(scored)
    if bounds is not None:
        recomputed = (format_points(bounds[0]), format_points(bounds[1]))
        names = grades_between(*bounds, grades)
    return ScoreLine(
        printed=scored.form.total.score,
        recomputed=recomputed,
        grade_printed=printed_grade(scored.form, grades),
        grade_recomputed=names,
        ceiling=None if scored.capped is None else scored.capped.arithmetic,
    )


def _recomputed(scored: ScoredForm) -> tuple[int, int] | None:
    """Return lowest and highest total, or None where the rules say nothing of it.

    What is tolerated at each score is tolerated in their sum: ten scores rounded up by a hundredth
    make a total that is higher by a tenth, and none of them is a mistake.
    """
    low, high = scored.low, scored.high
    if low is None or high is None or (low <= 0 and high >= _full_marks(scored)):
        return None
    gaps = tuple(_gaps(scored))
    return low + sum(min(0, gap) for gap in gaps), high + sum(max(0, gap) for gap in gaps)


def _full_marks(scored: ScoredForm) -> int:
    return sum(item.weight or 0 for item in scored.items)


def _gaps(scored: ScoredForm) -> Iterator[int]:
    """Yield by how much each printed score, and their sum, is off as far as it is tolerated."""
    tolerance = scored.pack.tolerance.value.points
    compared = [(item.printed, item.low, item.high) for item in scored.items]
    for printed, low, high in (*compared, (scored.printed_total, *[scored.printed_sum] * 2)):
        if printed is not None and low is not None and high is not None:
            gap = min(0, printed - low) + max(0, printed - high)
            if abs(gap) <= tolerance:
                yield gap


def printed_grade(form: Form, grades: tuple[Grade, ...]) -> str | None:
    """Return the grade's cell, or else the grade word at the end of the conclusion."""
    if form.total.grade:
        return form.total.grade
    conclusion = form.conclusion or ""
    found = concluded_grade(conclusion, grades)
    return None if found is None else conclusion[slice(*found)]


def wire_items(scored: ScoredForm) -> tuple[Item, ...]:
    """Return every scored cell, printed and recomputed side by side."""
    return tuple(_item(item) for item in scored.items)


def _item(item: ScoredItem) -> Item:
    known = item.low is not None and item.high is not None
    return Item(
        at=item.at,
        printed=None if item.printed is None else format_points(item.printed),
        recomputed=(format_points(item.low or 0), format_points(item.high or 0)) if known else None,
        rule=item.branch,
        arithmetic=item.arithmetic,
        law=item.law,
    )
