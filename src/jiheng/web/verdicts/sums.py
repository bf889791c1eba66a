"""Totals with their grades, as pages and papers show them."""

from msgspec import Struct

from jiheng.model.points import format_points, parse_points
from jiheng.pipeline.judging import Judged
from jiheng.rulebook.pack import grades_between
from jiheng.writers.report.agreement import span


class Sum(Struct, frozen=True, kw_only=True):
    """A total as it is shown: points and grade words; "—" where nobody knows."""

    points: str
    grades: str


def printed_sum(judged: Judged) -> Sum:
    """Return the unit's own total."""
    score = judged.audit.score
    points = parse_points(score.printed)
    by_points = () if points is None else grades_between(points, points, judged.pack.grades.value)
    grade = score.grade_printed or "".join(by_points)
    return Sum(points=score.printed or "—", grades=grade)


def recomputed_sum(judged: Judged) -> Sum:
    """Return what the rules make of it."""
    score = judged.audit.score
    return Sum(points=span(score.recomputed), grades="–".join(_ends(score.grade_recomputed)))


def reviewed_sum(low: int | None, high: int | None, judged: Judged) -> Sum:
    """Return what the reviewer's scores come to."""
    if low is None or high is None:
        return Sum(points="—", grades="")
    grades = grades_between(low, high, judged.pack.grades.value)
    return Sum(
        points=span((format_points(low), format_points(high))), grades="–".join(_ends(grades))
    )


def _ends(grades: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((grades[0], grades[-1]))) if grades else ()
