"""CF10 monitoring-contradicted."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import Forms, cell_of, fails_across, passes_across, project_of
from jiheng.audit.facts.figures import money_words, value_of
from jiheng.audit.facts.linked import Pair, RowPair, pairs, row_pairs
from jiheng.audit.facts.money_block import total_row
from jiheng.audit.facts.names import bare_name
from jiheng.model.citation import Citation
from jiheng.quantities import parse_in
from jiheng.scoring.scored import ScoredIndicator

_FORECAST = "预计完成"
_CHANCE = "可能性"
_NEVER = ("不可能", "不能完成", "无法完成")
_UP = frozenset({"ge", "gt", "eq"})
_ADDED_UP = frozenset({"次", "场", "期", "批", "篇", "人次", "份", "件"})
"""What is counted over the year and can only grow; people on a list can leave it."""

_RED = Fraction(60 * 7, 100 * 12)
"""60 % of seven months of a year: the red light of the summer's monitoring."""


@check(
    code="CF10",
    name="monitoring-contradicted",
    severity="warning",
    since="0.1.0",
    reads=("kind", "year", "reporting_unit", "project", "funds", "indicators", "texts", "scores"),
    sources=(
        Citation(
            title="财预〔2019〕136号",
            pinpoint="目标实现程度和预算执行进度双监控",
            verified=False,
        ),
    ),
)
def monitoring_contradicted(forms: Forms) -> Iterator[RunOutcome]:
    """The monitoring table of the summer and the self-evaluation cannot both be right.

    More money or more of what only adds up by July than by December; a goal that was said to be
    out of reach, or a forecast below the target, and full marks without a word. An indicator far
    behind in summer and full at the year's end is only told: units do catch up.

    ## Why it matters
    Both forms were filed by the same unit about the same year.

    ## What to do
    Correct the wrong one, or say how the rest was made up for.
    """
    for pair in pairs(forms, "monitoring"):
        rows = row_pairs(pair)
        found = (*_money(pair), *_counts(rows), *_forecasts(pair, rows), *_lights(rows))
        yield from found or (
            passes_across(cell_of(pair.beside, "form"), cell_of(pair.form, "form")),
        )


def _money(pair: Pair) -> Iterator[RunOutcome]:
    before, now = total_row(pair.beside.form), total_row(pair.form.form)
    units = (pair.beside.form.funds.unit, pair.form.form.funds.unit)
    if before is None or now is None or None in units:
        return
    if before.executed is not None and now.executed is not None and before.executed > now.executed:
        yield fails_across(
            cell_of(pair.beside, f"funds.lines[{before.index}].executed"),
            cell_of(pair.form, f"funds.lines[{now.index}].executed"),
            message="fails-money",
            printed=money_words(now.executed),
            expected=money_words(before.executed),
            project=project_of(pair.form),
        )


def _counts(rows: tuple[RowPair, ...]) -> Iterator[RunOutcome]:
    for both in rows:
        summer, end = value_of(both.before.actual), value_of(both.now.actual)
        same = both.before.actual.dimension == both.now.actual.dimension
        adds_up = both.now.actual.dimension in _ADDED_UP or both.now.actual.unit in _ADDED_UP
        if summer is not None and end is not None and same and adds_up and summer > end:
            yield fails_across(
                *both.cells("actual"),
                printed=both.now.row.actual,
                expected=both.before.row.actual,
                name=both.now.row.name,
                project=project_of(both.pair.form),
            )


def _forecasts(pair: Pair, rows: tuple[RowPair, ...]) -> Iterator[RunOutcome]:
    """Tell a goal that was given up in summer and has full marks without a reason."""
    for at, text in enumerate(pair.beside.form.texts):
        said = text.text or ""
        cell = cell_of(pair.beside, f"texts[{at}].text")
        if _CHANCE in text.label and any(word in said for word in _NEVER):
            full = [both for both in rows if _is_full(both.now)]
            if full and len(full) == len(rows):
                yield fails_across(
                    cell,
                    *(both.cells("score")[1] for both in full),
                    message="fails-given-up",
                    printed=said,
                    project=project_of(pair.form),
                )
        elif _FORECAST in text.label:
            for both in rows:
                foreseen = _foreseen(said, both)
                if foreseen is not None and _is_full(both.now):
                    yield fails_across(
                        cell,
                        both.cells("actual")[1],
                        message="fails-forecast",
                        printed=both.now.row.actual or "",
                        expected=foreseen,
                        name=both.now.row.name,
                        project=project_of(pair.form),
                    )


def _foreseen(said: str, both: RowPair) -> str | None:
    """Return what was foreseen for an indicator, where it is short of the target."""
    target = value_of(both.now.target)
    for line in said.splitlines():
        name, _, words = line.partition("：")
        if bare_name(name) != bare_name(both.now.row.name) or target is None:
            continue
        value = parse_in(words, unit=None)
        number = value_of(value)
        same = value.dimension in {None, both.now.target.dimension}
        if number is not None and same and both.now.direction in _UP and number < target:
            return words
    return None


def _lights(rows: tuple[RowPair, ...]) -> Iterator[RunOutcome]:
    for both in rows:
        summer, target = value_of(both.before.actual), value_of(both.before.target)
        same = both.before.actual.dimension == both.before.target.dimension
        counts = both.before.target.dimension not in {"ratio", None} and both.now.direction in _UP
        if summer is None or not target or not same or not counts or not _is_full(both.now):
            continue
        if summer < _RED * target:
            yield fails_across(
                *both.cells("actual"),
                message="fails-light",
                severity="info",
                printed=both.now.row.actual or "",
                expected=both.before.row.actual or "",
                name=both.now.row.name,
                project=project_of(both.pair.form),
            )


def _is_full(row: ScoredIndicator) -> bool:
    full = bool(row.item.weight) and row.item.printed == row.item.weight
    return full and not row.row.reason
