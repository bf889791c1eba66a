"""CF16 published-version-differs."""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import (
    Forms,
    cell_of,
    fails_across,
    judged,
    of_kind,
    passes_across,
    project_of,
)
from jiheng.audit.facts.figures import agree, value_of
from jiheng.audit.facts.linked import Pair, Projects, is_same_year, row_pairs
from jiheng.audit.facts.money_block import base_field
from jiheng.audit.facts.names import bare_text
from jiheng.model.audit import RunCell
from jiheng.model.citation import Citation
from jiheng.model.points import format_points, parse_points
from jiheng.quantities import parse_in
from jiheng.rulebook.phrases import Phrase, Told, phrase, series
from jiheng.scoring.scored import ScoredForm

_PUBLIC = "公开"
_FIELDS = ("target", "actual", "weight", "score")
_SHOWN = 3


class _Gap(Struct, frozen=True, kw_only=True):
    """A field that says one thing here and another there.

    Attributes:
        kind: the sentence that tells it.
        name: what it is called in a list.
    """

    cells: tuple[RunCell, ...]
    kind: str = ""
    name: Told = ""
    here: str
    there: str


@check(
    code="CF16",
    name="published-version-differs",
    severity="error",
    since="0.1.0",
    reads=("kind", "source", "year", "reporting_unit", "project", "funds", "indicators", "scores"),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评结果随部门决算公开", verified=False),
    ),
)
def published_version_differs(forms: Forms) -> Iterator[RunOutcome]:
    """What was published of a project is not what its self-evaluation says.

    The sentence of the accounts is compared with the form: budget, money spent, rate and score.
    Two forms of one project, unit and year are two versions; where neither file says that it was
    published, a difference is only a doubt. Forms that share few indicators are not two versions.

    ## Why it matters
    Readers outside see the published version alone, and may lay it beside the submitted one.

    ## What to do
    Publish the form as it was submitted, or submit the correction too.
    """
    projects = Projects(judged(forms))
    for told in of_kind(forms, "accounts-sentence"):
        found = [scored for scored in projects.of(told) if is_same_year(told, scored)]
        if len(found) == 1:
            yield from _sentence(Pair(beside=told, form=found[0]))
    for alike in _of_one_year_and_kind(judged(forms)):
        projects = Projects(alike)
        order = {id(scored): at for at, scored in enumerate(alike)}
        for one in alike:
            for other in projects.few(one):
                if order[id(one)] < order[id(other)]:
                    yield from _versions(Pair(beside=one, form=other))


def _of_one_year_and_kind(own: Forms) -> Iterator[Forms]:
    groups: dict[tuple[int | None, str], list[ScoredForm]] = {}
    for scored in own:
        groups.setdefault((scored.form.year, scored.form.kind), []).append(scored)
    return (tuple(group) for group in groups.values())


def _sentence(pair: Pair) -> Iterator[RunOutcome]:
    told, line = pair.beside.form.total_line, pair.form.form.total_line
    if told is None or line is None:
        return
    base = base_field(pair.form, line)
    found = (
        _money_gap(pair, "adjusted_budget", base),
        _money_gap(pair, "executed", "executed"),
        _score_gap(pair),
    )
    gaps = tuple(gap for gap in found if gap is not None)
    for gap in gaps:
        yield fails_across(
            *gap.cells,
            message=gap.kind,
            printed=gap.here,
            expected=gap.there,
            project=project_of(pair.form),
        )
    if not gaps:
        yield passes_across(
            cell_of(pair.beside, "form"),
            cell_of(pair.form, "form"),
            message="passes",
            project=project_of(pair.form),
        )


def _money_gap(pair: Pair, told: str, field: str) -> _Gap | None:
    beside, form = pair.beside.form, pair.form.form
    here = parse_in(getattr(beside.funds.lines[0], told) or "", unit=beside.funds.unit)
    there = parse_in(getattr(form.funds.lines[0], field) or "", unit=form.funds.unit)
    if value_of(here) is None or value_of(there) is None or agree(here, there):
        return None
    return _Gap(
        cells=(
            cell_of(pair.beside, f"funds.lines[0].{told}"),
            cell_of(pair.form, f"funds.lines[0].{field}"),
        ),
        kind="fails" if field == "executed" else "fails-budget",
        here=f"{here.raw}{beside.funds.unit or ''}",
        there=f"{there.raw}{form.funds.unit or ''}",
    )


def _score_gap(pair: Pair) -> _Gap | None:
    here, there = parse_points(pair.beside.form.total.score), pair.form.printed_total
    if here is None or there is None or here == there:
        return None
    return _Gap(
        cells=(cell_of(pair.beside, "total.score"), cell_of(pair.form, "total.score")),
        kind="fails-score",
        here=format_points(here),
        there=format_points(there),
    )


def _versions(pair: Pair) -> Iterator[RunOutcome]:
    """Compare two forms of one project, which share most of their indicators."""
    rows = row_pairs(pair)
    most = max(len(pair.beside.indicators), len(pair.form.indicators))
    if not rows or 2 * len(rows) <= most:
        return
    gaps = [
        _Gap(
            cells=both.cells(field),
            name=both.now.row.name,
            here=getattr(both.before.row, field) or "",
            there=getattr(both.now.row, field) or "",
        )
        for both in rows
        for field in _FIELDS
        if _differ(getattr(both.before.row, field), getattr(both.now.row, field))
    ]
    gaps += [gap for gap in (_score_gap_of_versions(pair),) if gap is not None]
    cells = (cell_of(pair.beside, "form"), cell_of(pair.form, "form"))
    if not gaps:
        yield passes_across(*cells)
        return
    paths = (pair.beside.form.source.path, pair.form.form.source.path)
    told = series(map(_gap_words, gaps[:_SHOWN]), "semicolon")
    yield fails_across(
        *(cell for gap in gaps for cell in gap.cells),
        message="fails-version",
        severity=None if any(_PUBLIC in path for path in paths) else "warning",
        project=project_of(pair.form),
        count=str(len(gaps)),
        where=told,
    )


def _gap_words(gap: _Gap) -> Phrase:
    return phrase("words.gap-told", name=gap.name, here=gap.here, there=gap.there)


def _score_gap_of_versions(pair: Pair) -> _Gap | None:
    here, there = pair.beside.printed_total, pair.form.printed_total
    if here is None or there is None or here == there:
        return None
    return _Gap(
        cells=(cell_of(pair.beside, "total.score"), cell_of(pair.form, "total.score")),
        name=phrase("words.total"),
        here=format_points(here),
        there=format_points(there),
    )


def _differ(one: str | None, other: str | None) -> bool:
    """Whether two printed values differ; a column that one layout does not have says nothing."""
    if one is None or other is None:
        return False
    has_figure = any(sign.isdigit() for sign in one + other)
    return one != other if has_figure else bare_text(one) != bare_text(other)
