"""Outcomes counted by case: a case passes when it passed in every way in which it was given."""

from collections import Counter
from collections.abc import Iterable

from jiheng.model.conformance import ConformanceRun, Outcome, Verdict

WORST_FIRST: tuple[Verdict, ...] = ("failed", "unanswered", "passed")


def tally(outcomes: Iterable[Outcome]) -> Counter[Verdict]:
    """Return how many cases came out in which way."""
    found: dict[str, set[Verdict]] = {}
    for outcome in outcomes:
        found.setdefault(outcome.id, set()).add(outcome.verdict)
    return Counter(
        next(verdict for verdict in WORST_FIRST if verdict in verdicts)
        for verdicts in found.values()
    )


def whole_run(outcomes: tuple[Outcome, ...], unknown: tuple[str, ...] = ()) -> ConformanceRun:
    """Return all outcomes with their counts."""
    counted = tally(outcomes)
    return ConformanceRun(
        cases=counted.total(),
        passed=counted["passed"],
        failed=counted["failed"],
        unanswered=counted["unanswered"],
        unknown=unknown,
        outcomes=outcomes,
    )
