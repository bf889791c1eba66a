"""A form's score and items as the audit's document shows them."""

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
    if scored.low is not None and scored.high is not None:
        recomputed = (format_points(scored.low), format_points(scored.high))
        names = grades_between(scored.low, scored.high, grades)
    return ScoreLine(
        printed=scored.form.total.score,
        recomputed=recomputed,
        grade_printed=printed_grade(scored.form, grades),
        grade_recomputed=names,
        ceiling=None if scored.capped is None else scored.capped.arithmetic,
    )


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
