"""A scored form with the proof of its points that a folder holds."""

from collections.abc import Iterator
from pathlib import Path

from jiheng.audit.facts.names import bare_name
from jiheng.audit.facts.policy_costs import formula_of, measures_asked
from jiheng.model.papers import RowPaper
from jiheng.pipeline.naming import called
from jiheng.pipeline.proving.gathering import Papers, papers_of
from jiheng.pipeline.proving.seen import paper_seen, result_seen
from jiheng.pipeline.proving.weighing import row_at, weighed
from jiheng.scoring.scored import ScoredForm

_RESULT = ".json"


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
    loose = {path: tuple(_loose(scored, path)) for path in papers.loose}
    strange = tuple(called(path.name) for path, found in loose.items() if not found)
    fed = tuple(paper for found in loose.values() for paper in found)
    return weighed(scored, (*_of_rows(papers), *fed), (*papers.unclaimed, *strange))


def _of_rows(papers: Papers) -> Iterator[RowPaper]:
    for row, paths in papers.of_rows.items():
        for path in paths:
            name = called(path.name)
            yield RowPaper(row=row, name=name, seen=paper_seen(path, name))


def _loose(scored: ScoredForm, path: Path) -> Iterator[RowPaper]:
    """Yield a result for each row that it is for; nothing where it is for none."""
    seen = result_seen(path) if path.suffix.lower() == _RESULT else None
    if seen is None:
        return
    name, names = called(path.name), tuple(map(bare_name, seen.feeds))
    fed = [row for row in scored.indicators if bare_name(row.row.name) in names]
    for row in fed:
        yield RowPaper(row=row_at(row.item), name=name, seen=seen)
    factor = seen.measured
    if not fed and factor and factor.measure in measures_asked(formula_of(scored)):
        yield RowPaper(row="", name=name, seen=seen)
