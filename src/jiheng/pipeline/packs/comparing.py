"""Two packs beside each other: which values differ, and which forms change because of it."""

from pathlib import Path

from msgspec import Struct

from jiheng.audit.facts.score_rule import span
from jiheng.audit.summary import score_line
from jiheng.formats.apart.told import said
from jiheng.model.audit import Refusal, ScoreLine
from jiheng.model.citation import Citation
from jiheng.model.form import NOT_JUDGED, Form
from jiheng.pipeline.batch import Batch, Manner, Outcome
from jiheng.pipeline.packs.writing import values_of, written
from jiheng.rulebook.pack import Pack
from jiheng.scoring.laws import field_of
from jiheng.scoring.score import score_form
from jiheng.scoring.scored import ScoredForm, ScoredItem


class ValueChange(Struct, frozen=True, kw_only=True):
    """One value that two packs have differently, as their files write it.

    Attributes:
        before: None where the first pack has no such value.
        after: None where the second has none.
    """

    name: str
    before: str | None
    after: str | None
    source_before: Citation | None
    source_after: Citation | None


class Side(Struct, frozen=True, kw_only=True):
    """What one pack makes of a score.

    Attributes:
        points: "8", or "8–10" where the rule leaves room; None when it cannot be said.
        rule: the branch that was taken.
        field: the value of the pack that it rests on.
    """

    points: str | None
    rule: str
    field: str | None
    arithmetic: str


class ItemChange(Struct, frozen=True, kw_only=True):
    """One score that two packs give differently."""

    at: str
    name: str
    before: Side
    after: Side


class FormChange(Struct, frozen=True, kw_only=True):
    """One form that two packs score differently, and on which rows."""

    path: str
    index: int
    project: str | None
    before: ScoreLine
    after: ScoreLine
    items: tuple[ItemChange, ...]


class Comparison(Struct, frozen=True, kw_only=True):
    """Two packs beside each other.

    Attributes:
        forms: how many were scored with both.
    """

    first: str
    second: str
    values: tuple[ValueChange, ...]
    forms: int = 0
    changed: tuple[FormChange, ...] = ()
    refused: tuple[Refusal, ...] = ()


def compare_packs(
    first: Pack, second: Pack, paths: tuple[Path, ...] = (), language: str = "zh"
) -> Comparison:
    """Return the values in which two packs differ, and the forms that change with them.

    Args:
        first: the pack before.
        second: the pack after.
        paths: files and folders of forms; none compares the values alone.
        language: of the calculations.
    """
    forms: list[Form] = []
    refused: list[Refusal] = []
    with Batch(paths, Manner(), language) as batch:
        for outcome in batch:
            _take(outcome, forms, refused, language)
    pairs = (
        (score_form(form, first, language=language), score_form(form, second, language=language))
        for form in forms
    )
    changes = (_form_change(*pair) for pair in pairs)
    return Comparison(
        first=first.id,
        second=second.id,
        values=value_changes(first, second),
        forms=len(forms),
        changed=tuple(change for change in changes if change is not None),
        refused=tuple(refused),
    )


def value_changes(first: Pack, second: Pack) -> tuple[ValueChange, ...]:
    """Return the values that differ; another source of the same value is no difference."""
    ours, theirs = values_of(first), values_of(second)
    names = (*ours, *(name for name in theirs if name not in ours))
    found: list[ValueChange] = []
    for name in names:
        before, after = ours.get(name), theirs.get(name)
        if before is None or after is None or before.value != after.value:
            found.append(
                ValueChange(
                    name=name,
                    before=None if before is None else written(before.value),
                    after=None if after is None else written(after.value),
                    source_before=None if before is None else before.source,
                    source_after=None if after is None else after.source,
                )
            )
    return tuple(found)


def _take(outcome: Outcome, forms: list[Form], refused: list[Refusal], language: str) -> None:
    """Add the forms of a file that have scores, or why there are none."""
    if outcome.reading.refused:
        reason = said(outcome.reading.refused, language)
        refused.append(Refusal(path=outcome.name, reason=reason))
    forms.extend(form for form in outcome.reading.forms if form.kind not in NOT_JUDGED)


def _form_change(before: ScoredForm, after: ScoredForm) -> FormChange | None:
    lines = score_line(before), score_line(after)
    pairs = zip(before.items, after.items, strict=True)
    items = tuple(
        _item_change(one, other, before.form)
        for one, other in pairs
        if (one.low, one.high) != (other.low, other.high)
    )
    if lines[0] == lines[1] and not items:
        return None
    form = before.form
    return FormChange(
        path=form.source.path,
        index=form.source.index,
        project=form.project.name,
        before=lines[0],
        after=lines[1],
        items=items,
    )


def _item_change(before: ScoredItem, after: ScoredItem, form: Form) -> ItemChange:
    return ItemChange(
        at=before.at, name=_name(before.at, form), before=_side(before), after=_side(after)
    )


def _name(at: str, form: Form) -> str:
    """Return the indicator's name, or the money line's label."""
    index = int(at.partition("[")[2].partition("]")[0])
    return form.funds.lines[index].label if at.startswith("funds") else form.indicators[index].name


def _side(item: ScoredItem) -> Side:
    known = item.low is not None and item.high is not None
    return Side(
        points=span(item.low or 0, item.high or 0) if known else None,
        rule=item.branch,
        field=field_of(item.branch, item.kind),
        arithmetic=item.arithmetic,
    )
