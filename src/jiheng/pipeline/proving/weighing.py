"""How strong the proof of a scored form's points is, by what was seen of its papers."""

from collections.abc import Iterator

from msgspec.structs import replace

from jiheng.evidence.strength import strength_of
from jiheng.model.papers import RowPaper
from jiheng.model.points import format_points
from jiheng.model.proof import SUPPORTED, FormProofs, MeasuredValue, RowProof
from jiheng.model.quantity import Quantity
from jiheng.pipeline.proving.seen import looks_of
from jiheng.quantities import parse_in
from jiheng.scoring.scored import ScoredForm, ScoredItem


def weighed(
    scored: ScoredForm, papers: tuple[RowPaper, ...], unclaimed: tuple[str, ...] = ()
) -> ScoredForm:
    """Return a scored form with the proof of its points.

    Args:
        scored: the form.
        papers: of its rows.
        unclaimed: names of papers that belong to no row.
    """
    claimed = tuple(item for item in scored.items if item.printed is not None or item.weight)
    rows = tuple(_row(scored, item, papers) for item in claimed)
    points = {row_at(item): item.printed or 0 for item in claimed}
    supported = sum(points[row.at] for row in rows if row.strength in SUPPORTED)
    proofs = FormProofs(
        rows=rows,
        claimed=format_points(sum(points.values())),
        supported=format_points(supported),
        unclaimed=unclaimed,
        measured=tuple(dict.fromkeys(_measured(papers))),
    )
    return replace(scored, proofs=proofs)


def row_at(item: ScoredItem) -> str:
    """Return the row of a scored cell."""
    return item.at.rpartition(".")[0]


def actual_of(scored: ScoredForm, item: ScoredItem) -> Quantity:
    """Return what a form says was done in a scored row."""
    for row in scored.indicators:
        if row.item is item:
            return row.actual
    line = scored.form.total_line
    return parse_in(line.executed if line else None, unit=scored.form.funds.unit)


def _row(scored: ScoredForm, item: ScoredItem, papers: tuple[RowPaper, ...]) -> RowProof:
    at, actual, year = row_at(item), actual_of(scored, item), scored.form.year
    looks = tuple(
        look for paper in papers if paper.row == at for look in looks_of(paper, actual, year)
    )
    printed = None if item.printed is None else format_points(item.printed)
    return RowProof(at=at, strength=strength_of(looks), score=printed, looks=looks)


def _measured(papers: tuple[RowPaper, ...]) -> Iterator[MeasuredValue]:
    for paper in papers:
        found = paper.seen.measured
        if found is not None:
            yield MeasuredValue(
                paper=paper.name, measure=found.measure, value=found.value, unit=found.unit
            )
