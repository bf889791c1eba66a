"""A scored form with the proof of its points."""

from pathlib import Path

from msgspec.structs import replace

from jiheng.audit.facts.names import bare_name
from jiheng.evidence.looking import measured_look
from jiheng.evidence.strength import strength_of
from jiheng.model.points import format_points
from jiheng.model.proof import SUPPORTED, FormProofs, Look, RowProof
from jiheng.model.quantity import Quantity
from jiheng.pipeline.naming import called
from jiheng.pipeline.proving.gathering import Papers, papers_of
from jiheng.pipeline.proving.seen import looks_of, measured_of
from jiheng.quantities import parse_in
from jiheng.scoring.scored import ScoredForm, ScoredItem


def proved(scored: ScoredForm, folder: Path, *, is_alone: bool) -> ScoredForm:
    """Return a scored form with the proof that a folder holds for it.

    Args:
        scored: the form.
        folder: papers, a folder an indicator; of several forms, a folder a project around these.
        is_alone: the form is the only one, so that its papers may lie in the folder itself.

    Raises:
        OSError: the folder cannot be entered.
    """
    papers = papers_of(scored.form, folder, is_alone=is_alone)
    loose, strange = _loose(scored, papers)
    rows = tuple(
        _row(item, (*_looks(scored, item, papers), *loose.get(row_at(item), ())))
        for item in scored.items
        if item.printed is not None or item.weight
    )
    items = {row_at(item): item.printed or 0 for item in scored.items}
    return replace(
        scored,
        proofs=FormProofs(
            rows=rows,
            claimed=format_points(sum(items.values())),
            supported=format_points(
                sum(items[row.at] for row in rows if row.strength in SUPPORTED)
            ),
            unclaimed=(*papers.unclaimed, *strange),
        ),
    )


def row_at(item: ScoredItem) -> str:
    """Return the row of a scored cell."""
    return item.at.rpartition(".")[0]


def _row(item: ScoredItem, looks: tuple[Look, ...]) -> RowProof:
    printed = None if item.printed is None else format_points(item.printed)
    return RowProof(at=row_at(item), strength=strength_of(looks), score=printed, looks=looks)


def _looks(scored: ScoredForm, item: ScoredItem, papers: Papers) -> tuple[Look, ...]:
    actual = _actual(scored, item)
    return tuple(
        look
        for path in papers.of_rows.get(row_at(item), ())
        for look in looks_of(path, called(path.name), actual, scored.form.year)
    )


def _loose(scored: ScoredForm, papers: Papers) -> tuple[dict[str, tuple[Look, ...]], list[str]]:
    """Return row → what measured values say of it, and the names of those of no row."""
    found: dict[str, tuple[Look, ...]] = {}
    strange: list[str] = []
    for path in papers.loose:
        measured = measured_of(path)
        names = () if measured is None else tuple(map(bare_name, measured.measure.feeds))
        fed = [row for row in scored.indicators if bare_name(row.row.name) in names]
        if measured is None or not fed:
            strange.append(called(path.name))
            continue
        for row in fed:
            look = measured_look(measured, called(path.name), row.actual, scored.form.year)
            at = row_at(row.item)
            found[at] = (*found.get(at, ()), look)
    return found, strange


def _actual(scored: ScoredForm, item: ScoredItem) -> Quantity:
    for row in scored.indicators:
        if row.item is item:
            return row.actual
    line = scored.form.total_line
    return parse_in(line.executed if line else None, unit=scored.form.funds.unit)
