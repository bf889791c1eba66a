"""``jiheng read``: files to forms."""

import sys
from pathlib import Path

import msgspec
import typer

from jiheng.cli.answers import taken_answers, tell_unfit
from jiheng.cli.drawing import draw_table, harmless
from jiheng.cli.exits import UNREADABLE, checked_format, usage_error
from jiheng.cli.language import language, tell
from jiheng.model.audit import Refusal
from jiheng.model.form import Form
from jiheng.pipeline.answers import Answer, unclaimed
from jiheng.pipeline.files import files_in
from jiheng.pipeline.memory import settle
from jiheng.pipeline.naming import called
from jiheng.pipeline.reading import ReadForm, read_file
from jiheng.readers.errors import UnreadableInput
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.telling import cause_of
from jiheng.writers.doubts import write_doubts


def read(
    paths: tuple[Path, ...],
    output: str,
    pack: str | None,
    doubts: Path | None = None,
    answers: Path | None = None,
) -> None:
    """Print the forms found in files and folders; ask about what is in doubt, or take answers."""
    checked_format(output, ("jsonl", "table"))
    if doubts is not None and doubts.suffix.lower() != ".xlsx":
        usage_error(tell("doubts-suffix", path=called(doubts)))
    settle()
    given = taken_answers(answers)
    forms: list[Form] = []
    is_whole = True
    for path in files_in(paths, language()):
        found = _take(path, pack, given)
        is_whole &= found is not None and not any(each.unfit for each in found)
        for each in found or ():
            tell_unfit(each.unfit)
            forms.append(each.form)
            if output == "jsonl":
                sys.stdout.write(msgspec.json.encode(each.form).decode() + "\n")
    if output == "table":
        _draw(forms)
    if doubts is not None:
        _ask(forms, doubts)
    lost = tuple(unclaimed(given, (form.id for form in forms), language()))
    tell_unfit(lost)
    if lost or not is_whole:
        raise typer.Exit(UNREADABLE)


def _take(
    path: Path | Refusal, pack: str | None, given: tuple[Answer, ...]
) -> tuple[ReadForm, ...] | None:
    """Return the forms of a file with the answers in them; None when it cannot be read."""
    if isinstance(path, Refusal):
        typer.echo(path.reason, err=True)
        return None
    try:
        return read_file(path, pack, language=language(), answers=given)
    except RulebookError as error:
        usage_error(error)
    except UnreadableInput as error:
        typer.echo(harmless(error.said(language())), err=True)
        return None


def _ask(forms: list[Form], path: Path) -> None:
    """Write what is in doubt to a worksheet and say how many questions it holds."""
    try:
        path.write_bytes(write_doubts(tuple(forms), language()))
    except OSError as error:
        usage_error(tell("unwritable", path=called(path), cause=cause_of(error)))
    count = sum(len(form.doubts) for form in forms)
    typer.echo(tell("asked", count=str(count), path=called(path)), err=True)


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
