"""CF02 approved-goals-changed."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import Forms, cell_of, fails_across, passes_across, project_of
from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.linked import Pair, RowPair, at_approval, pairs, row_pairs
from jiheng.audit.facts.money_block import shown, total_row
from jiheng.audit.facts.similarity import are_alike
from jiheng.audit.facts.targets import ask_the_same
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.rulebook.phrases import Phrase, phrase, series
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_ALIKE = Fraction(70, 100)
"""So much of two names is the same where one only puts the other in other words."""


@check(
    code="CF02",
    name="approved-goals-changed",
    severity="error",
    since="0.1.0",
    reads=(
        "kind",
        "year",
        "reporting_unit",
        "project",
        "funds",
        "indicators",
        "scores",
    ),
    sources=(
        Citation(
            title="财预〔2021〕101号", pinpoint="批复后的指标和权重一般不作调整", verified=False
        ),
    ),
)
def approved_goals_changed(forms: Forms) -> Iterator[RunOutcome]:
    """The self-evaluation has other indicators, targets or weights than its approved goal table.

    A target that was adjusted openly, in a column of its own, is no silent change. Weights are
    compared where both forms share out as many points. Words put otherwise, an indicator that
    was added or seems renamed, and another budget are doubts.

    ## Why it matters
    A score says what was reached of what was approved, not of what was written down afterwards.

    ## What to do
    Take indicators, targets and weights from the approved goal table; show an approved change in
    the column for adjusted targets.
    """
    for pair in pairs(forms, "goal-table"):
        if not pair.beside.indicators or not pair.form.indicators:
            continue
        matched = row_pairs(pair)
        found = (*_targets(matched), *_weights(pair, matched), *_rows(pair, matched), *_money(pair))
        yield from found or (
            passes_across(
                cell_of(pair.beside, "form"),
                cell_of(pair.form, "form"),
                message="passes",
                project=project_of(pair.form),
                count=str(len(matched)),
            ),
        )


def _targets(matched: tuple[RowPair, ...]) -> Iterator[RunOutcome]:
    for both in matched:
        approved, reported = at_approval(both.before), at_approval(both.now)
        if not approved.target.raw or not reported.target.raw:
            continue
        if not ask_the_same(approved, reported):
            numbers = {value_of(approved.target), value_of(reported.target)}
            yield fails_across(
                *both.cells("target"),
                severity="warning" if None in numbers else None,
                printed=reported.target.raw,
                expected=approved.target.raw,
                name=both.now.row.name,
                project=project_of(both.pair.form),
            )


def _weights(pair: Pair, matched: tuple[RowPair, ...]) -> Iterator[RunOutcome]:
    if not _shared_out(pair.beside) or _shared_out(pair.beside) != _shared_out(pair.form):
        return
    changed = [both for both in matched if both.before.item.weight != both.now.item.weight]
    if changed:
        yield fails_across(
            *(cell for both in changed for cell in both.cells("weight")),
            message="fails-weight",
            where=series(map(_changed, changed)),
            project=project_of(pair.form),
        )


def _changed(both: RowPair) -> Phrase:
    before, after = _points(both.before), _points(both.now)
    return phrase("words.change-told", name=both.now.row.name, before=before, after=after)


def _shared_out(scored: ScoredForm) -> int:
    return sum(row.item.weight or 0 for row in scored.indicators)


def _points(row: ScoredIndicator) -> str:
    return "—" if row.item.weight is None else format_points(row.item.weight)


def _rows(pair: Pair, matched: tuple[RowPair, ...]) -> Iterator[RunOutcome]:
    before, now = {both.before.index for both in matched}, {both.now.index for both in matched}
    added = [row for row in pair.form.indicators if row.index not in now]
    for gone in (row for row in pair.beside.indicators if row.index not in before):
        renamed = next((row for row in added if _is_renamed(gone, row)), None)
        if renamed is not None:
            added.remove(renamed)
            yield fails_across(
                cell_of(pair.beside, f"indicators[{gone.index}].name"),
                cell_of(pair.form, f"indicators[{renamed.index}].name"),
                message="fails-renamed",
                severity="warning",
                printed=renamed.row.name,
                expected=gone.row.name,
                project=project_of(pair.form),
            )
        else:
            yield _told_alone("fails-missing", gone, pair, pair.beside)
    for row in added:
        yield _told_alone("fails-added", row, pair, pair.form)


def _is_renamed(gone: ScoredIndicator, added: ScoredIndicator) -> bool:
    """Whether a row of the same level asks for the same, or has much the same name."""
    if level2_of(gone.row) != level2_of(added.row):
        return False
    approved, reported = at_approval(gone), at_approval(added)
    same_target = bool(approved.target.raw) and ask_the_same(approved, reported)
    return same_target or are_alike(gone.row.name, added.row.name, _ALIKE)


def _told_alone(message: str, row: ScoredIndicator, pair: Pair, holder: ScoredForm) -> RunOutcome:
    other = pair.form if holder is pair.beside else pair.beside
    return fails_across(
        cell_of(holder, f"indicators[{row.index}].name"),
        cell_of(other, "form"),
        message=message,
        severity="warning" if message == "fails-added" else None,
        name=row.row.name,
        project=project_of(pair.form),
    )


def _money(pair: Pair) -> Iterator[RunOutcome]:
    before, now = total_row(pair.beside.form), total_row(pair.form.form)
    if before is None or now is None or before.initial is None or now.initial is None:
        return
    units = (pair.beside.form.funds.unit, pair.form.form.funds.unit)
    if None in units or before.initial == now.initial:
        return
    yield fails_across(
        cell_of(pair.beside, f"funds.lines[{before.index}].initial_budget"),
        cell_of(pair.form, f"funds.lines[{now.index}].initial_budget"),
        message="fails-money",
        severity="warning",
        printed=shown(now.initial, units[1]),
        expected=shown(before.initial, units[0]),
        project=project_of(pair.form),
    )
