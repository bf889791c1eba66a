"""XI18 goal-number-differs."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.figures import money_of, value_of
from jiheng.audit.facts.goal_numbers import (
    Count,
    counts_in,
    is_about,
    is_counted,
    levels_reached,
    listed_things,
    shares_of_increase,
)
from jiheng.audit.facts.goals import goals_of
from jiheng.audit.facts.policies import level_of, standards_about, stated_figures
from jiheng.audit.facts.populations import populations_in
from jiheng.model.citation import Citation
from jiheng.model.decimals import decimal_words
from jiheng.model.quantity import Quantity
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

Rows = tuple[ScoredIndicator, ...]

_VARIANT = {"target": "", "actual": "-outcome"}
"""The goal is compared with targets, the outcome with actual values."""


@check(
    code="XI18",
    name="goal-number-differs",
    severity="warning",
    since="0.1.0",
    reads=(
        "goal.expected",
        "goal.actual",
        "goals",
        "year",
        "project.name",
        "pack",
        "indicators.name",
        "indicators.goal",
        "scores",
    ),
    sources=(
        Citation(
            title="财预〔2015〕88号", pinpoint="绩效指标是绩效目标的细化和量化", verified=False
        ),
    ),
)
def goal_number_differs(scored: ScoredForm) -> Iterator[Outcome]:
    """The goal's text names another number than the indicator that measures it.

    Compared are amounts that something is raised to, counts whose clause shares a word with the
    indicator's name, and closed lists of things. A list that ends in 等 is open and not counted.
    A number that agrees in any clause is enough.

    Figures taken from a document, and standards that change with the years, are compared with the
    register of policies, as far as it holds in the form's place.

    ## Why it matters
    Goal and indicator are approved together; after a change, one of them was left behind.

    ## What to do
    Find the number that was approved and put it in both places.
    """
    for place in goals_of(scored.form):
        rows = tuple(row for row in scored.indicators if row.row.goal in {None, place.index})
        expected, actual = place.goal.expected or "", place.goal.actual or ""
        yield from _levels(rows, expected, place.expected_at)
        yield from _counts(rows, counts_in(expected), "target", place.expected_at)
        yield from _counts(rows, counts_in(actual), "actual", place.actual_at)
        yield from _lists(rows, expected, place.expected_at)
        yield from _shares(rows, expected, place.expected_at)
        yield from _documents(scored, expected, place.expected_at)
        yield from _standards(scored, rows, expected)


def _levels(rows: Rows, text: str, goal_at: str) -> Iterator[Outcome]:
    for row in rows:
        value, prefix = value_of(row.target), row.target.prefix or ""
        if value is None or row.target.dimension != "money" or not prefix.endswith(("至", "到")):
            continue
        levels = levels_reached(text, prefix)
        cells = (indicator_cell(row.index, "target"), goal_at)
        named = series(money_of(level, "元") for level in levels)
        if value in levels:
            yield passes(*cells, message="passes", named=money_of(value, "元"))
        elif levels:
            yield fails(
                *cells,
                message="fails-level",
                printed=row.target.raw,
                expected=named,
                name=row.row.name,
            )


def _counts(rows: Rows, found: tuple[Count, ...], field: str, goal_at: str) -> Iterator[Outcome]:
    """Compare a count with the one row that it is about, and never when two are possible."""
    agreed: dict[str, str] = {}
    for row in rows:
        quantity = _quantity(row, field)
        value = value_of(quantity)
        about = [count for count in found if value is not None and _matches(count, row, field)]
        if value is None or not about:
            continue
        cells = (indicator_cell(row.index, field), goal_at)
        told = next((count.text for count in about if _agrees(count, value, field)), None)
        sure = [count for count in about if count.is_sure]
        if told is not None:
            agreed[cells[0]] = told
        elif len(sure) == 1 and _is_alone(sure[0], row, rows, field):
            yield fails(
                *cells,
                message=f"fails{_VARIANT[field]}",
                printed=quantity.raw,
                expected=sure[0].text,
                difference=_gap(value - sure[0].value, quantity),
                name=row.row.name,
            )
    if agreed:
        named = series(dict.fromkeys(agreed.values()))
        yield passes(*agreed, goal_at, message=f"passes{_VARIANT[field]}", named=named)


def _agrees(count: Count, value: Fraction, field: str) -> bool:
    """Whether a count is the value; a result need only keep the bound that its text names."""
    return count.holds(value) if field == "actual" else count.value == value


def _quantity(row: ScoredIndicator, field: str) -> Quantity:
    return row.target if field == "target" else row.actual


def _matches(count: Count, row: ScoredIndicator, field: str) -> bool:
    return count.dimension == _quantity(row, field).dimension and is_about(count, row.row.name)


def _is_alone(count: Count, row: ScoredIndicator, rows: Rows, field: str) -> bool:
    return not any(other.index != row.index and _matches(count, other, field) for other in rows)


def _gap(gap: Fraction, quantity: Quantity) -> str:
    scale = Fraction(*quantity.scale)
    return f"{decimal_words(gap / scale, 2)}{quantity.unit or ''}"


def _lists(rows: Rows, text: str, goal_at: str) -> Iterator[Outcome]:
    for row in rows:
        value = value_of(row.target)
        listed = listed_things(text, row.row.name) if is_counted(row.target.dimension) else None
        if value is None or listed is None:
            continue
        cells = (indicator_cell(row.index, "target"), goal_at)
        if value == listed:
            yield passes(*cells)
        else:
            yield fails(
                *cells,
                message="fails-list",
                printed=row.target.raw,
                expected=str(listed),
                name=row.row.name,
            )


def _shares(rows: Rows, text: str, goal_at: str) -> Iterator[Outcome]:
    """Yield unit prices that are a share of an increase; another price proves nothing."""
    parts = shares_of_increase(text) if ":" in text or "：" in text else ()
    for row in rows:
        if not (row.target.dimension or "").startswith("money/"):
            continue
        value = value_of(row.target)
        told = next((words for _, share, words in parts if share == value), None)
        if told is not None:
            yield passes(
                indicator_cell(row.index, "target"),
                goal_at,
                message="passes-share",
                printed=row.target.raw,
                sum=told,
            )


def _documents(scored: ScoredForm, text: str, goal_at: str) -> Iterator[Outcome]:
    """Compare what the goal takes from a document with what the register knows of it."""
    for stated in stated_figures(text, scored.pack.places):
        if stated.is_known:
            yield passes(
                goal_at, message="passes-document", name=stated.document, named=stated.printed
            )
        else:
            yield fails(
                goal_at,
                message="fails-document",
                printed=stated.printed,
                expected=stated.known,
                name=stated.document,
            )


def _standards(scored: ScoredForm, rows: Rows, text: str) -> Iterator[Outcome]:
    """Compare targets with the standard of the form's year."""
    project = scored.form.project.name or ""
    for row in rows:
        value, prefix = value_of(row.target), row.target.prefix or ""
        if value is None or row.target.dimension != "money" or not prefix.endswith(("至", "到")):
            continue
        about = f"{project}{text}{row.row.name}{prefix}"
        people = populations_in(f"{project} {row.row.name}")
        for standard in standards_about(about, scored.pack.places):
            level = level_of(value, scored.form.year or 0, people, standard)
            cell = indicator_cell(row.index, "target")
            if level is not None and level.is_past:
                yield fails(
                    cell,
                    message="fails-outdated",
                    printed=row.target.raw,
                    expected=money_of(Fraction(level.now), "元"),
                    named=level.arithmetic,
                )
            elif level is not None:
                yield passes(cell, message="passes-standard", sum=level.arithmetic)
