"""Expected and got side by side, case by case."""

from collections.abc import Iterator
from decimal import Decimal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.conformance import (
    Case,
    GivenAs,
    Grades,
    Outcome,
    Result,
    Span,
    Topic,
    Verdict,
)
from jiheng.pipeline.conformance.engine import from_numbers, from_printed, has_numbers
from jiheng.pipeline.conformance.suite import Suite

CENT = Decimal("0.01")

Results = dict[str, msgspec.Raw]


class _NoNumber(ValueError):
    """A result is written as a number and is none."""


class _Ends(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An interval as other programs write it: in strings or in numbers."""

    low: Decimal
    high: Decimal


def judged_by_engine(suite: Suite) -> Iterator[Outcome]:
    """Yield what this engine makes of every case: from its texts, and from its numbers.

    Where the rule leaves room, the engine has to know both ends, so that only the same interval
    passes.
    """
    for topic, case in suite.cases:
        pack = suite.pack(case.pack)
        yield _compared(topic, case, "printed", from_printed(case, pack))
        if has_numbers(case):
            yield _compared(topic, case, "numbers", from_numbers(case, pack))


def judged_results(suite: Suite, results: Results) -> Iterator[Outcome]:
    """Yield what another program's result is to every case.

    A single score passes anywhere in the interval that the rule allows, a single grade among the
    grades that it allows; an interval, or several grades, must be the ones expected.
    """
    for topic, case in suite.cases:
        raw = results.get(case.id)
        if raw is None:
            yield _outcome(topic, case, "results", "unanswered")
            continue
        try:
            got, passed = _understood(case, raw)
        except (msgspec.MsgspecError, _NoNumber):
            outcome = _outcome(topic, case, "results", "failed", bytes(raw).decode())
            yield replace(outcome, malformed=True)
            continue
        yield _outcome(topic, case, "results", "passed" if passed else "failed", got)


def unknown_ids(suite: Suite, results: Results) -> tuple[str, ...]:
    """Return the ids of results that no case has."""
    known = {case.id for _, case in suite.cases}
    return tuple(id_ for id_ in results if id_ not in known)


def _compared(topic: Topic, case: Case, given: GivenAs, got: Result) -> Outcome:
    verdict = "passed" if _same(case.expected, got) else "failed"
    return _outcome(topic, case, given, verdict, got)


def _understood(case: Case, raw: msgspec.Raw) -> tuple[Result | str, bool]:
    """Return a result, and whether it passes.

    Raises:
        MsgspecError: it is none that such a case can have.
        _NoNumber: a number in it is infinite, or is none.
    """
    if isinstance(case.expected, Grades):
        return _of_grades(case.expected, raw)
    return _of_score(case.expected, raw)


def _of_grades(expected: Grades, raw: msgspec.Raw) -> tuple[Result | str, bool]:
    got = msgspec.json.decode(raw, type=str | tuple[str, ...] | Grades)
    if isinstance(got, str):
        return got, got in expected.grades
    several = got if isinstance(got, Grades) else Grades(grades=got)
    return several, _same(expected, several)


def _of_score(expected: Span | None, raw: msgspec.Raw) -> tuple[Result | str, bool]:
    got = msgspec.json.decode(raw, type=Decimal | _Ends | None)
    ends = (got.low, got.high) if isinstance(got, _Ends) else (got,)
    if any(end is not None and not end.is_finite() for end in ends):
        raise _NoNumber
    if isinstance(got, _Ends):
        span = Span(low=str(got.low), high=str(got.high))
        return span, _same(expected, span)
    if got is None or expected is None:
        return (None if got is None else str(got)), got is expected
    inside = Decimal(expected.low) <= got <= Decimal(expected.high)
    return str(got), inside and got % CENT == 0


def _same(expected: Result, got: Result) -> bool:
    if isinstance(expected, Grades) and isinstance(got, Grades):
        return sorted(expected.grades) == sorted(got.grades)
    if isinstance(expected, Span) and isinstance(got, Span):
        return _ends(expected) == _ends(got)
    return expected is None and got is None


def _ends(span: Span) -> tuple[Decimal, Decimal]:
    return Decimal(span.low), Decimal(span.high)


def _outcome(
    topic: Topic, case: Case, given: GivenAs, verdict: Verdict, got: Result | str = None
) -> Outcome:
    return Outcome(
        id=case.id,
        topic=topic.topic,
        pack=case.pack,
        given=given,
        verdict=verdict,
        expected=case.expected,
        got=got,
    )
