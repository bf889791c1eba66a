"""What ``jiheng read`` and ``jiheng audit`` share: programs side by side, journal, report."""

from pathlib import Path

import typer
from msgspec import Struct

from jiheng.cli.drawing import harmless
from jiheng.cli.exits import usage_error
from jiheng.cli.language import language, tell
from jiheng.model.reading_report import ReadingReport
from jiheng.pipeline.batch import Manner
from jiheng.pipeline.files import skipped_line
from jiheng.pipeline.naming import called
from jiheng.pipeline.output import READING_SUFFIXES, write_reading
from jiheng.rulebook.messages import say
from jiheng.rulebook.telling import cause_of


class BatchWish(Struct, frozen=True, kw_only=True):
    """What somebody asked for.

    Attributes:
        jobs: how many programs read side by side.
        resume: the journal of a run that may have been cut off.
        report: where to leave what came of each file.
    """

    jobs: int | None = None
    resume: Path | None = None
    report: Path | None = None


def checked_wish(wish: BatchWish) -> Manner:
    """Return how to read, or leave with a sentence before anything is read."""
    if wish.report is not None and wish.report.suffix.lower() not in READING_SUFFIXES:
        usage_error(say("batch.report-suffix", language(), path=called(wish.report)))
    return Manner(jobs=wish.jobs, journal=wish.resume)


def tell_skipped(names: tuple[str, ...]) -> None:
    """Tell which files were of no kind to be read."""
    if names:
        typer.echo(harmless(skipped_line(names, language())), err=True)


def leave_report(path: Path | None, report: ReadingReport) -> None:
    """Write the report where it was asked for, and say so."""
    if path is None:
        return
    try:
        write_reading(report, path, language())
    except OSError as error:
        usage_error(tell("unwritable", path=called(path), cause=cause_of(error)))
    typer.echo(say("batch.written", language(), path=called(path)), err=True)
