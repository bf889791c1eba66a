"""The report of a run's reading, put together while it reads."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from jiheng.formats.apart.told import said
from jiheng.model.audit import Refusal, Repeat
from jiheng.model.reading_report import FileLine, ReadingReport
from jiheng.pipeline.batch import Outcome
from jiheng.rulebook.messages import say


def line_of(outcome: Outcome, language: str = "zh") -> FileLine:
    """Return what came of a file."""
    reading = outcome.reading
    doubts = sum(len(form.doubts) for form in reading.forms)
    was_read = "doubtful" if doubts else "read"
    return FileLine(
        path=outcome.name,
        state="refused" if reading.refused else was_read,
        kind=reading.kind,
        forms=len(reading.forms),
        doubts=doubts,
        reason=said(reading.refused, language),
        seconds=None if isinstance(outcome.file, Refusal) else reading.seconds,
    )


def report_of(
    lines: Iterable[FileLine],
    skipped: tuple[str, ...],
    refused: tuple[Refusal, ...] = (),
    repeated: tuple[Repeat, ...] = (),
    language: str = "zh",
) -> ReadingReport:
    """Return the report of a run.

    Args:
        lines: of the files, in their order.
        skipped: names of files that are of no kind to be read.
        refused: what was found out of files only after they were read, too.
        repeated: files that say the same as earlier ones.
        language: of the reasons.
    """
    reasons = {each.path: each.reason for each in refused}
    others = {each.path: each.same_as for each in repeated}
    return ReadingReport(
        files=(
            *(_settled(line, reasons, others, language) for line in lines),
            *_left_out(skipped, language),
        )
    )


def _settled(
    line: FileLine, reasons: dict[str, str], others: dict[str, str], language: str
) -> FileLine:
    if line.path in others:
        reason = say("batch.same-as", language, other=others[line.path])
        return replace(line, state="repeated", forms=0, doubts=0, reason=reason)
    if line.path in reasons and line.state != "refused":
        return replace(line, state="refused", forms=0, doubts=0, reason=reasons[line.path])
    return line


def _left_out(skipped: tuple[str, ...], language: str) -> Iterator[FileLine]:
    reason = say("batch.skipped", language)
    for name in skipped:
        yield FileLine(path=name, state="skipped", reason=reason)
