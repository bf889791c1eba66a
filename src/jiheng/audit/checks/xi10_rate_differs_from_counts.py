"""XI10 rate-differs-from-counts."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.counts import CountRow, count_rows, says, share_of
from jiheng.audit.facts.divisions import Division, divisions
from jiheng.audit.facts.figures import percent_words
from jiheng.audit.facts.objects import is_one_thing, object_of
from jiheng.audit.facts.rates import is_completion
from jiheng.audit.facts.rows import target_cell
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="XI10",
    name="rate-differs-from-counts",
    severity="error",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.level1",
        "indicators.level2",
        "indicators.target",
        "indicators.adjusted_target",
        "scores",
    ),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评数据真实、准确", verified=False),
    ),
)
def rate_differs_from_counts(scored: ScoredForm) -> Iterator[Outcome]:
    """A rate is another than the counts in the form give.

    A completion rate below 100 % is held against the only count of its thing and that count's
    target; a share against the count that its name names, divided by the only count of the
    whole. It is a doubt where no word marks the whole as one (应, 总数), and where the names of
    rate and count do not say the same object.

    ## Why it matters
    The rate can be worked out from the form, and comes out otherwise.

    ## What to do
    Divide again; say in the name what the rate divides where it is something else.
    """
    counts = count_rows(scored)
    for row in scored.indicators:
        share = share_of(row.actual)
        if share is None:
            continue
        if is_completion(row.row.name):
            own = tuple(count for count in counts if _is_own(row, count))
            if share < 1 and len(own) == 1:
                yield _completion(row, own[0])
        elif found := divisions(row, scored):
            yield from _share(row, found)


def _is_own(row: ScoredIndicator, count: CountRow) -> bool:
    name = row.row.name
    return not object_of(name) or is_one_thing(name, count.row.row.name)


def _completion(row: ScoredIndicator, count: CountRow) -> Outcome:
    cells = (_actual(row), _actual(count.row), target_cell(count.row))
    if says(row.actual, count.done):
        return passes(*cells)
    is_sure = object_of(row.row.name) == object_of(count.row.row.name)
    return fails(
        *cells,
        message="fails-completion",
        severity=None if is_sure else "warning",
        printed=row.actual.raw,
        expected=percent_words(count.done),
        name=row.row.name,
        counted=count.row.row.name,
        target=count.row.target.raw,
        actual=count.row.actual.raw,
    )


def _share(row: ScoredIndicator, found: tuple[Division, ...]) -> Iterator[Outcome]:
    """Yield the comparison; several possible divisions can only agree, never contradict."""
    right = next((each for each in found if says(row.actual, each.share)), None)
    if right is not None:
        yield passes(_actual(row), _actual(right.part), _actual(right.whole))
    elif len(found) == 1:
        (only,) = found
        yield fails(
            _actual(row),
            _actual(only.part),
            _actual(only.whole),
            severity=None if only.is_marked else "warning",
            printed=row.actual.raw,
            expected=percent_words(only.share),
            name=row.row.name,
            part=f"{only.part.row.name} {only.part.actual.raw}",
            whole=f"{only.whole.row.name} {only.whole.actual.raw}",
        )


def _actual(row: ScoredIndicator) -> str:
    return indicator_cell(row.index, "actual")
