"""AR06 weights-unlike-pack."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.phrases import Told, series
from jiheng.scoring.scored import ScoredForm


@check(
    code="AR06",
    name="weights-unlike-pack",
    # 10号 gives its weights “in principle” only, so that other ones are no mistake by themselves
    severity="info",
    since="0.1.0",
    reads=("indicators.level1", "indicators.weight", "pack"),
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="原则上预算执行率10%、产出50%、效益30%、服务对象满意度10%",
            verified=False,
        ),
    ),
)
def weights_unlike_pack(scored: ScoredForm) -> Iterator[Outcome]:
    """The weights by first-level heading are not those that the rule pack names.

    ## Why it matters
    Projects weighed differently are hard to compare; some places allow no other weights.

    ## What to do
    Check that these weights are the ones approved with the budget.
    """
    weights = scored.pack.weights
    if weights is None:
        return
    cells, sums = _by_level1(scored)
    ruled = {word: points for word, points in weights.value.level1.items() if points}
    if set(sums) != set(ruled):
        # without cost or satisfaction another scheme of weights holds
        return
    at = tuple(cell for word in sums for cell in cells[word])
    if sums == ruled:
        yield passes(*at)
        return
    yield fails(
        *at,
        printed=_list(sums),
        expected=_list(ruled),
        severity="warning" if weights.source.verified else None,
        law=weights.source,
    )


def _by_level1(scored: ScoredForm) -> tuple[dict[str, list[str]], dict[str, int]]:
    cells: dict[str, list[str]] = {}
    sums: dict[str, int] = {}
    for index, row in enumerate(scored.form.indicators):
        points = parse_points(row.weight)
        if row.level1 and points is not None:
            cells.setdefault(row.level1, []).append(indicator_cell(index, "weight"))
            sums[row.level1] = sums.get(row.level1, 0) + points
    return cells, sums


def _list(points: dict[str, int]) -> Told:
    return series(f"{word} {format_points(value)}" for word, value in points.items())
