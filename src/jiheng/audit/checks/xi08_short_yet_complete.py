"""XI08 short-yet-complete."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.counts import CountRow, count_rows, share_of
from jiheng.audit.facts.figures import percent_words
from jiheng.audit.facts.objects import is_one_thing, object_of
from jiheng.audit.facts.rates import is_completion, is_coverage
from jiheng.audit.facts.rows import target_cell
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="XI08",
    name="short-yet-complete",
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
def short_yet_complete(scored: ScoredForm) -> Iterator[Outcome]:
    """A count fell short of its target, and the completion rate beside it is 100 %.

    A rate of something named is held against the counts of that thing, and told where all fell
    short; a rate of all work against every count, a doubt where only some of them fell short: a
    vacant post is no unfinished work. Coverage is only a doubt too, since the target was an
    estimate of those who should be reached.

    ## Why it matters
    Ninety of a hundred are not 100 %; one of the two rows is wrong.

    ## What to do
    Divide the count by its target, or say in the name what else the rate divides.
    """
    counts = count_rows(scored)
    for row in scored.indicators:
        if (share_of(row.actual) or 0) < 1 or not _is_rate(row):
            continue
        own = _counted_by(row, counts)
        short = tuple(count for count in own if count.done < 1)
        is_general = not object_of(row.row.name)
        if short and (is_general or len(short) == len(own)):
            worst = min(short, key=lambda count: count.done)
            yield _told(row, worst, is_sure=len(short) == len(own) and is_completion(row.row.name))
        elif own:
            yield passes(_actual(row), *(_actual(count.row) for count in own))


def _is_rate(row: ScoredIndicator) -> bool:
    return is_completion(row.row.name) or is_coverage(row.row.name)


def _counted_by(row: ScoredIndicator, counts: tuple[CountRow, ...]) -> tuple[CountRow, ...]:
    """Return the counts that a rate speaks of; coverage without an object speaks of none."""
    name = row.row.name
    if not object_of(name):
        return counts if is_completion(name) else ()
    return tuple(count for count in counts if is_one_thing(name, count.row.row.name))


def _told(row: ScoredIndicator, count: CountRow, *, is_sure: bool) -> Outcome:
    return fails(
        _actual(row),
        _actual(count.row),
        target_cell(count.row),
        severity=None if is_sure else "warning",
        message="fails" if is_completion(row.row.name) else "fails-coverage",
        printed=row.actual.raw,
        expected=percent_words(count.done),
        name=row.row.name,
        counted=count.row.row.name,
        target=count.row.target.raw,
        actual=count.row.actual.raw,
    )


def _actual(row: ScoredIndicator) -> str:
    return indicator_cell(row.index, "actual")
