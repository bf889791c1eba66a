"""``jiheng read``: files to forms."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import msgspec
import typer

from jiheng.cli.answers import taken_answers, tell_unfit
from jiheng.cli.batch import BatchWish, checked_wish, interruptible, leave_report, tell_skipped
from jiheng.cli.drawing import draw_table, harmless, progress_bar
from jiheng.cli.exits import UNREADABLE, checked_format, usage_error
from jiheng.cli.language import language, tell
from jiheng.formats.apart.memory import settle
from jiheng.formats.apart.told import said
from jiheng.model.form import Form
from jiheng.model.reading_report import FileLine
from jiheng.pipeline.answers import Answer, unclaimed
from jiheng.pipeline.batch import Batch, Manner, Outcome
from jiheng.pipeline.journal import BadJournal
from jiheng.pipeline.naming import called
from jiheng.pipeline.pictures.cutter import Cutter
from jiheng.pipeline.reading import with_rules
from jiheng.pipeline.reporting import line_of, report_of
from jiheng.pipeline.taking import Found
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.messages import say
from jiheng.rulebook.telling import cause_of
from jiheng.writers.doubts import write_doubts
from jiheng.writers.report.cutting import Cutting


class _Reader:
    """Takes the files one by one; keeps the forms only where they are needed at the end.

    Attributes:
        pieces: id of a form → path of a cell in doubt → the piece of its page that shows it.
    """

    def __init__(
        self,
        pack: str | None,
        answers: tuple[Answer, ...],
        *,
        keeps: bool,
        cutter: Cutter | None,
    ) -> None:
        self.forms: list[Form] = []
        self.pieces: dict[str, dict[str, Cutting]] = {}
        self.ids: list[str] = []
        self.lines: list[FileLine] = []
        self.is_whole = True
        self._pack = pack
        self._answers = answers
        self._keeps = keeps
        self._cutter = cutter

    @property
    def left_out(self) -> int:
        """How many cells in doubt are shown by no piece."""
        return 0 if self._cutter is None else self._cutter.left_out

    def take(self, outcome: Outcome) -> tuple[Form, ...]:
        """Return the forms of a file with the answers in them, none where it cannot be read."""
        self.lines.append(line_of(outcome, language()))
        refused = said(outcome.reading.refused, language())
        if refused:
            self.is_whole = False
            typer.echo(harmless(refused), err=True)
            return ()
        read = with_rules(outcome.reading.forms, self._pack, language(), self._answers)
        for each in read:
            self.is_whole &= not each.unfit
            tell_unfit(each.unfit)
        forms = tuple(each.form for each in read)
        if self._keeps:
            self.forms += forms
        if self._cutter is not None and isinstance(outcome.file, Found):
            # Now: what was unpacked to be read is gone after its turn.
            wanted = ((form, [doubt.at for doubt in form.doubts]) for form in forms)
            self.pieces |= self._cutter.cut(outcome.file.path, wanted)
        if self._answers:
            self.ids += (form.id for form in forms)
        return forms


def read(
    paths: tuple[Path, ...],
    output: str,
    pack: str | None,
    doubts: Path | None,
    answers: Path | None,
    wish: BatchWish,
) -> None:
    """Print the forms found in files and folders; ask about what is in doubt, or take answers."""
    checked_format(output, ("jsonl", "table"))
    if doubts is not None and doubts.suffix.lower() != ".xlsx":
        usage_error(tell("doubts-suffix", path=called(doubts)))
    manner = checked_wish(wish)
    settle()
    given = taken_answers(answers)
    keeps = output == "table" or doubts is not None
    with Cutter() if doubts is not None else nullcontext() as cutter:
        reader = _Reader(pack, given, keeps=keeps, cutter=cutter)
        with interruptible(wish):
            skipped = _read(paths, manner, reader, output)
    if output == "table":
        _draw(reader.forms)
    if doubts is not None:
        _ask(reader, doubts)
    tell_skipped(skipped)
    leave_report(wish.report, report_of(reader.lines, skipped, language=language()))
    lost = tuple(unclaimed(given, reader.ids, language()))
    tell_unfit(lost)
    if lost or not reader.is_whole:
        raise typer.Exit(UNREADABLE)


def _read(paths: tuple[Path, ...], manner: Manner, reader: _Reader, output: str) -> tuple[str, ...]:
    """Give the reader file after file, and return the names of those that were skipped."""
    try:
        with Batch(paths, manner, language()) as batch, _bar(output) as progress:
            for done, outcome in enumerate(batch, 1):
                _print(reader.take(outcome), output)
                if progress is not None:
                    progress(done, batch.files.total)
            return batch.files.skipped
    except (RulebookError, BadJournal) as error:
        usage_error(error)


def _bar(output: str) -> AbstractContextManager[Callable[[int, int], None] | None]:
    """Give a bar, unless the forms themselves go to the same terminal."""
    return nullcontext() if output == "jsonl" and sys.stdout.isatty() else progress_bar()


def _print(forms: tuple[Form, ...], output: str) -> None:
    if output == "jsonl":
        for form in forms:
            sys.stdout.write(msgspec.json.encode(form).decode() + "\n")


def _ask(reader: _Reader, path: Path) -> None:
    """Write what is in doubt to a worksheet and say how many questions it holds."""
    try:
        path.write_bytes(write_doubts(tuple(reader.forms), language(), reader.pieces))
    except OSError as error:
        usage_error(tell("unwritable", path=called(path), cause=cause_of(error)))
    count = sum(len(form.doubts) for form in reader.forms)
    typer.echo(tell("asked", count=str(count), path=called(path)), err=True)
    if reader.left_out:
        typer.echo(say("report.cutting.left_out", language(), count=str(reader.left_out)), err=True)


def _draw(forms: list[Form]) -> None:
    columns = ("number", "project", "indicators", "printed", "doubts", "file")
    rows = [
        (
            str(number),
            form.project.name or tell("unnamed"),
            str(len(form.indicators)),
            form.total.score or "",
            str(len(form.doubts)),
            f"{form.source.path} {form.source.part}",
        )
        for number, form in enumerate(forms, 1)
    ]
    draw_table([tell(f"col-{column}") for column in columns], rows)
