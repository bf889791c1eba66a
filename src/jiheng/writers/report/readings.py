"""The values that a score was worked out from: where each stands, as printed, as understood."""

from typing import Literal

from msgspec import Struct

from jiheng.audit.cells import row_of, text_at
from jiheng.model.form import Form
from jiheng.model.paths import value_at
from jiheng.model.points import format_points, parse_points
from jiheng.quantities import parse_in
from jiheng.rulebook.messages import say
from jiheng.scoring.scored import ScoredForm, ScoredIndicator
from jiheng.writers.report.order import Numbered
from jiheng.writers.report.understood import understood

_INDICATOR = ("target", "adjusted_target", "actual", "coefficient", "deduction", "score")
_MONEY = ("initial_budget", "adjusted_budget", "executed", "rate", "score")
_ALWAYS = frozenset({"target", "actual", "executed", "score"})
_POINTS = frozenset({"score", "deduction"})
_MOST_BESIDE = 4


class Reading(Struct, frozen=True, kw_only=True):
    """A value of a row: where it stands, as printed, as understood.

    Attributes:
        part: of the row itself; of a sum, one of its scores; or beside, in another row that a
            finding compares with this one.
    """

    path: str
    printed: str
    understood: str
    part: Literal["row", "sum", "beside"] = "row"


def own_readings(
    scored: ScoredForm, row: str, indicator: ScoredIndicator | None, language: str
) -> tuple[Reading, ...]:
    """The row's own values; a column that the form lacks is left out."""
    names = _INDICATOR if indicator else _MONEY
    shown = ((name, text_at(scored.form, f"{row}.{name}")) for name in names)
    return tuple(
        Reading(
            path=f"{row}.{name}",
            printed=text or "",
            understood=_understood(scored, name, text, indicator, language),
        )
        for name, text in shown
        if text is not None or name in _ALWAYS
    )


def _understood(
    scored: ScoredForm,
    name: str,
    text: str | None,
    indicator: ScoredIndicator | None,
    language: str,
) -> str:
    if name in _POINTS:
        points = parse_points(text)
        return "—" if points is None else say("card.points", language, points=format_points(points))
    if indicator is None:
        unit = None if name == "rate" else scored.form.funds.unit
        return understood(parse_in(text, unit=unit), None, language)
    match name:
        case "actual":
            return understood(indicator.actual, None, language)
        case "coefficient":
            return text or "—"
        case "target" if indicator.row.adjusted_target is not None:
            return say("card.read.adjusted", language)
        case _:
            return _target(indicator, language)


def _target(indicator: ScoredIndicator, language: str) -> str:
    """The target that counts, with the direction in which it is compared."""
    told = understood(indicator.target, indicator.direction, language)
    if indicator.direction_printed or indicator.direction is None or not indicator.target.is_number:
        return told
    return say("card.read.inferred", language, told=told)


def readings_beside(
    form: Form, row: str, findings: tuple[Numbered, ...], language: str
) -> tuple[Reading, ...]:
    """Cells of other rows that the findings of this one compare it with."""
    paths = dict.fromkeys(
        path
        for each in findings
        for path in each.finding.at
        if row_of(path) != row and isinstance(value_at(form, path), str)
        # The same column of another row has the same trouble, and is not compared with this one.
        if f"{row}.{path.rpartition('.')[2]}" not in each.finding.at
    )
    return tuple(
        Reading(
            path=path,
            printed=text_at(form, path) or "",
            understood=_in_its_unit(form, path, language),
            part="beside",
        )
        for path in tuple(paths)[:_MOST_BESIDE]
    )


def _in_its_unit(form: Form, path: str, language: str) -> str:
    if not path.startswith("funds.lines"):
        return "—"
    unit = form.funds.unit
    return understood(parse_in(text_at(form, path), unit=unit), None, language)
