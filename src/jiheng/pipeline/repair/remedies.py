"""What follows from the rest of a form: for each check, the corrections that end its finding.

A remedy gives no correction where another cell may be the wrong one. None touches a score, a
target, an actual value, a budget or a reason: these are not derived from anything.
"""

from collections.abc import Callable

from msgspec import Struct

from jiheng.audit.facts.conclusion import concluded_grade, concluded_points, concluding
from jiheng.audit.facts.headings import headings_of
from jiheng.audit.facts.totals import due_total, is_partly_scored
from jiheng.audit.facts.weights import execution_weight, full_marks
from jiheng.audit.readings import rests_on_doubt
from jiheng.model.audit import Finding
from jiheng.model.points import format_points, parse_points
from jiheng.pipeline.repair.correction import Correction, like
from jiheng.pipeline.repair.judged import Judged
from jiheng.pipeline.repair.money import executed_total, rate
from jiheng.pipeline.repair.suspects import suspects

Corrections = tuple[Correction, ...]


class Remedy(Struct, frozen=True, kw_only=True):
    """What ends the findings of one check."""

    code: str
    correct: Callable[[Judged, Finding], Corrections]


def corrections_for(judged: Judged, finding: Finding) -> Corrections:
    """Return what would end a finding; nothing where only the unit can know."""
    remedy = next((each for each in REMEDIES if each.code == finding.code), None)
    if remedy is None or rests_on_doubt(finding.at, judged.form):
        return ()
    return remedy.correct(judged, finding)


def _total(judged: Judged, finding: Finding) -> Corrections:
    """Add up again; not where a score is missing, or where one explains the difference."""
    due, printed = due_total(judged.scored), judged.scored.printed_total
    if due is None or printed is None or is_partly_scored(judged.scored):
        return ()
    if finding.code == "AR01" and suspects(judged.scored, printed - due):
        return ()
    text = judged.form.total.score
    return (Correction(path="total.score", value=like(text, format_points(due))),)


def _conclusion(judged: Judged, _finding: Finding) -> Corrections:
    """Quote the total, once that is right."""
    scored, form = judged.scored, judged.form
    total = scored.printed_sum if scored.printed_total is None else scored.printed_total
    concluded = concluded_points(form)
    if total is None or concluded is None or judged.finds("AR01", "BU10", "SC17"):
        return ()
    is_unsure = scored.printed_total is None and is_partly_scored(scored)
    if is_unsure or suspects(scored, concluded - total):
        return ()
    return (Correction(path="conclusion", value=concluding(form, format_points(total))),)


def _grade(judged: Judged, finding: Finding) -> Corrections:
    """Give the total its grade, once that is right, wherever the form names one."""
    form, grades = judged.form, judged.scored.pack.grades.value
    name = finding.expected
    known = {grade.name: {grade.name, *grade.synonyms} for grade in grades}
    if name is None or name not in known or judged.finds("AR01", "AR09", "BU10", "SC17"):
        return ()
    made: list[Correction] = []
    if form.total.grade:
        made.append(Correction(path="total.grade", value=name))
    text = form.conclusion or ""
    found = concluded_grade(text, grades)
    if found and text[slice(*found)] not in known[name]:
        value = text[: found[0]] + name + text[found[1] :]
        made.append(Correction(path="conclusion", value=value))
    return tuple(made)


def _full(judged: Judged, finding: Finding) -> Corrections:
    """Write the full marks, where the weights above add up to them."""
    weights = (parse_points(row.weight) or 0 for row in judged.form.indicators)
    weighed = sum(weights) + (execution_weight(judged.form) or 0)
    if finding.expected is None or weighed != full_marks(judged.scored):
        return ()
    text = judged.form.total.weight
    return (Correction(path="total.weight", value=like(text, finding.expected)),)


def _headings(judged: Judged, _finding: Finding) -> Corrections:
    """Add up the weights under a heading, where they rather than the headings are right."""
    blocks = headings_of(judged.scored)
    execution = execution_weight(judged.form)
    if execution is None or "AR03" not in judged.audit.checks.passed:
        return ()
    printed = sum(block.points or 0 for block in blocks)
    is_full = printed + execution == full_marks(judged.scored)
    if is_full and "AR06" not in judged.audit.checks.passed:
        return ()
    return tuple(
        Correction(
            path=f"indicators[{block.rows[0]}].level1_points",
            value=format_points(block.weight),
            also=tuple(f"indicators[{row}].level1_points" for row in block.rows[1:]),
        )
        for block in blocks
        if block.points is not None and block.weighed and block.points != block.weight
    )


REMEDIES = (
    Remedy(code="AR01", correct=_total),
    Remedy(code="BU10", correct=_total),
    Remedy(code="AR09", correct=_conclusion),
    Remedy(code="AR08", correct=_grade),
    Remedy(code="AR07", correct=_full),
    Remedy(code="AR04", correct=_headings),
    Remedy(code="BU03", correct=executed_total),
    Remedy(code="BU01", correct=rate),
)
"""The checks whose findings an edit can end, in the order in which they are tried."""
