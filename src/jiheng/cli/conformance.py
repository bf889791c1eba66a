"""``jiheng conformance``: cases worked by hand, put to this engine or held against results."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import typer

from jiheng.cli.drawing import draw_table, harmless
from jiheng.cli.exits import FOUND_ERRORS, usage_error
from jiheng.cli.language import language, listed
from jiheng.model.conformance import Case, ConformanceRun, Grades, Outcome, Result, Span, Words
from jiheng.pipeline.conformance import BadSuite, Suite, conform, load_suite, tally
from jiheng.rulebook.messages import say

FIRST_FEW = 5
"""So many of the ids that a sentence is about are named."""

COLUMNS = ("topic", "cases", "passed", "failed", "unanswered")


def conformance(path: Path | None, pack: str | None, results: Path | None, as_json: bool) -> None:
    """Print which cases pass; leave with 1 when one does not."""
    try:
        suite = load_suite(path, language())
        if pack is not None and pack not in suite.packs:
            usage_error(_tell("no-pack", pack=pack, known=listed(suite.packs)))
        run = conform(suite, pack, results, language())
    except BadSuite as error:
        usage_error(harmless(str(error)))
    if as_json:
        typer.echo(msgspec.json.encode(run).decode())
    else:
        _tell_run(suite, run)
    if run.passed < run.cases:
        raise typer.Exit(FOUND_ERRORS)


def _tell_run(suite: Suite, run: ConformanceRun) -> None:
    draw_table([_tell(f"col-{column}") for column in COLUMNS], list(_rows(suite, run)))
    cases = {case.id: case for _, case in suite.cases}
    for outcome in run.outcomes:
        if outcome.verdict == "failed":
            _tell_failed(outcome, cases[outcome.id])
    unanswered = [outcome.id for outcome in run.outcomes if outcome.verdict == "unanswered"]
    _tell_ids("unanswered", unanswered)
    _tell_ids("unknown", run.unknown)
    counts = {name: str(getattr(run, name)) for name in COLUMNS[1:]}
    typer.echo(_tell("summary", **counts))


def _tell_ids(key: str, ids: Sequence[str]) -> None:
    """Print ids in a sentence; of many the number and the first few."""
    first = listed(map(harmless, ids[:FIRST_FEW]))
    if len(ids) > FIRST_FEW:
        typer.echo(_tell(f"{key}-first", count=str(len(ids)), ids=first))
    elif ids:
        typer.echo(_tell(key, ids=first))


def _rows(suite: Suite, run: ConformanceRun) -> Iterator[tuple[str, ...]]:
    for topic in suite.topics:
        counted = tally(each for each in run.outcomes if each.topic == topic.topic)
        if counted:
            counts = (counted.total(), *(counted[name] for name in ("passed", "failed")))
            yield (_worded(topic.title), *map(str, counts), str(counted["unanswered"]))


def _tell_failed(outcome: Outcome, case: Case) -> None:
    typer.echo(
        _tell(
            "malformed" if outcome.malformed else "failed",
            id=outcome.id,
            pack=outcome.pack,
            given=_tell(f"given-{outcome.given}"),
            title=_worded(case.title),
            expected=_result(outcome.expected),
            got=_result(outcome.got),
        )
    )
    typer.echo(_tell("working", working=_worded(case.working)))


def _result(result: Result | str) -> str:
    match result:
        case None:
            return _tell("no-score")
        case Span(low=low, high=high):
            if low == high:
                return low
            return say("arithmetic.range", language(), low=low, high=high)
        case Grades(grades=grades):
            return listed(grades)
        case str():
            return harmless(result)


def _worded(words: Words) -> str:
    return words.en if language() == "en" else words.zh


def _tell(key: str, **values: str) -> str:
    return say(f"conformance.{key}", language(), **values)
