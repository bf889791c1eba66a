"""The grade of the total."""

from collections.abc import Iterator

from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.pack import Grade, grade_of
from jiheng.writers.formulas.candidates import Candidate
from jiheng.writers.formulas.worksheet import Worksheet
from jiheng.writers.layout.formula import Formula


def grade(sheet: Worksheet) -> Iterator[Candidate]:
    """Yield the grade that the pack gives the total; a printed synonym is kept."""
    place = sheet.place("total.grade")
    if place is None or sheet.place("total.score") is None:
        return
    printed = sheet.text_at(place)
    score = sheet.number("total.score")
    if score is None and not sheet.is_empty("total.score"):
        return
    grades = sheet.scored.pack.grades.value
    points = None if score is None else parse_points(str(score))
    found = None if points is None else grade_of(points, grades)
    chain = '""'
    for each in sorted(grades, key=lambda each: each.at_least):
        chain = f'IF({{0}}>={format_points(each.at_least)},"{_word(each, printed)}",{chain})'
    shown = next((_word(each, printed) for each in grades if each.name == found), "")
    formula = Formula(
        pattern=f'IF(COUNT({{0}})=0,"",{chain})',
        areas=(sheet.area("total.score"),),
        shows=shown,
        kind="words",
    )
    yield Candidate(place=place, formula=formula)


def _word(grade: Grade, printed: str) -> str:
    return printed if printed in grade.synonyms else grade.name
