"""The report of a run's reading as words, a row a file."""

from collections.abc import Iterator

from jiheng.model.reading_report import FileLine, FileState, ReadingReport
from jiheng.rulebook.messages import say
from jiheng.writers.causes import without_name

COLUMNS = ("number", "path", "state", "kind", "forms", "doubts", "seconds", "reason")
NUMBERS = frozenset({"number", "forms", "doubts", "seconds"})
STATES: tuple[FileState, ...] = ("read", "doubtful", "refused", "repeated", "skipped")


def headings(language: str) -> tuple[str, ...]:
    """Return what stands above the columns."""
    return tuple(say(f"batch.column.{column}", language) for column in COLUMNS)


def rows(report: ReadingReport, language: str) -> Iterator[tuple[FileLine, tuple[str, ...]]]:
    """Yield each file with the words of its row."""
    for number, line in enumerate(report.files, 1):
        yield (
            line,
            (
                str(number),
                line.path,
                say(f"batch.state.{line.state}", language),
                "" if line.kind is None else say(f"batch.kind.{line.kind}", language),
                str(line.forms or ""),
                str(line.doubts or ""),
                "" if line.seconds is None else f"{line.seconds:.3f}",
                without_name(line.reason, line.path),
            ),
        )


def summary(report: ReadingReport, language: str) -> str:
    """Return the sums as one sentence."""
    counts = {state: str(report.count(state)) for state in STATES}
    return say(
        "batch.summary",
        language,
        files=str(len(report.files)),
        forms=str(report.forms),
        doubts=str(report.doubts),
        seconds=f"{report.seconds:.1f}",
        **counts,
    )
