"""Grades before against grades after: how many forms, and how much money."""

from collections.abc import Iterable
from fractions import Fraction

from jiheng.model.simulation import Move, Step
from jiheng.writers.report.markup import Html, el
from jiheng.writers.simulation.words import Words, count_words

_SHADES = 5
_RANGE = "–"


def states(found: Iterable[str | None], grades: tuple[str, ...]) -> tuple[str | None, ...]:
    """Return the grades and ranges of grades that occur, the lowest first; the unsaid last."""
    return tuple(sorted(set(found), key=lambda state: _rank(state, grades)))


def matrix(step: Step, grades: tuple[str, ...], words: Words) -> Html:
    """Return the table, shaded by the share of a row."""
    names = states((move.after for move in step.moves), grades)
    befores = states((move.before for move in step.moves), grades)
    cells = {(move.before, move.after): move for move in step.moves}
    head = el(
        "tr",
        el("th", words("matrix.corner"), scope="col"),
        *(el("th", _state(name, words), scope="col", class_="num") for name in names),
        el("th", words("matrix.all"), scope="col", class_="num"),
    )
    rows = (_row(before, names, cells, grades, words) for before in befores)
    after = [sum(move.forms for move in step.moves if move.after == name) for name in names]
    foot = el(
        "tr",
        el("th", words("matrix.all"), scope="row"),
        *(el("td", count_words(count), class_="num") for count in (*after, sum(after))),
    )
    return el("table", el("thead", head), el("tbody", *rows), el("tfoot", foot), class_="matrix")


Cells = dict[tuple[str | None, str | None], Move]


def _row(
    before: str | None,
    names: tuple[str | None, ...],
    cells: Cells,
    grades: tuple[str, ...],
    words: Words,
) -> Html:
    found = [cells.get((before, after)) for after in names]
    whole = sum(move.forms for move in found if move)
    return el(
        "tr",
        el("th", _state(before, words), scope="row"),
        *(_cell(move, whole, grades, words) for move in found),
        el("td", count_words(whole), class_="num"),
    )


def _cell(move: Move | None, whole: int, grades: tuple[str, ...], words: Words) -> Html:
    if move is None:
        return el("td", class_="num")
    moved = move.before != move.after
    return el(
        "td",
        count_words(move.forms),
        el("small", words.money(move.money)) if moved else None,
        class_=f"num {_direction(move, grades)} s{_shade(move.forms, whole)}",
        title=f"before={move.before or ''}  after={move.after or ''}",
    )


def _shade(part: int, whole: int) -> int:
    """Return how dark a cell is: 1 for next to nothing, 5 for more than four fifths."""
    return min(Fraction(part * _SHADES, whole).__floor__() + 1, _SHADES)


def _direction(move: Move, grades: tuple[str, ...]) -> str:
    if move.before is None or move.after is None or move.before == move.after:
        return "stays"
    (low, high), (last_low, last_high) = (_ends(each, grades) for each in (move.before, move.after))
    if last_low >= low and last_high >= high:
        return "up"
    return "down" if last_low <= low and last_high <= high else "stays"


def _ends(state: str, grades: tuple[str, ...]) -> tuple[int, int]:
    if state in grades:
        return grades.index(state), grades.index(state)
    low, _, high = state.partition(_RANGE)
    return grades.index(low), grades.index(high)


def _rank(state: str | None, grades: tuple[str, ...]) -> tuple[int, int]:
    return (len(grades), 0) if state is None else _ends(state, grades)


def _state(state: str | None, words: Words) -> str:
    return words("unsaid") if state is None else state
