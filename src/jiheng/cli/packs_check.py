"""``jiheng packs check``: what is wrong with rule packs, each fault with a form that shows it."""

import sys
from pathlib import Path

import msgspec
import typer

from jiheng.cli.drawing import draw_table
from jiheng.cli.exits import FOUND_ERRORS, usage_error
from jiheng.cli.language import language, tell
from jiheng.pipeline.naming import called
from jiheng.pipeline.packs.checking import Checked, Complaint, check_packs
from jiheng.pipeline.packs.witnesses import write_witnesses
from jiheng.pipeline.settings import BadSettings, load_settings
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.messages import worded
from jiheng.rulebook.phrases import series
from jiheng.rulebook.telling import cause_of


def check(names: tuple[str, ...], out: Path | None, as_json: bool) -> None:
    """Print what is wrong with rule packs, and leave the forms that show it when asked."""
    try:
        waivers = load_settings(Path()).waive
        checked = check_packs(names, language(), waivers)
    except (RulebookError, BadSettings) as error:
        usage_error(error)
    if as_json:
        sys.stdout.write(msgspec.json.encode(checked).decode() + "\n")
    else:
        for each in checked:
            _tell(each)
    if out is not None:
        _leave(checked, out)
    raise typer.Exit(0 if all(each.is_sound for each in checked) else FOUND_ERRORS)


def _tell(checked: Checked) -> None:
    if not checked.complaints:
        typer.echo(tell("pack-sound", file=called(checked.file)))
        return
    columns = ("number", "line", "severity", "fault", "shown")
    rows = [_row(number, each) for number, each in enumerate(checked.complaints, 1)]
    draw_table([tell(f"col-{column}") for column in columns], rows, called(checked.file))


def _row(number: int, complaint: Complaint) -> tuple[str, ...]:
    return (
        str(number),
        "" if complaint.line is None else str(complaint.line),
        tell(f"severity-{complaint.severity}"),
        complaint.message,
        worded(series(complaint.shown, "semicolon"), language()),
    )


def _leave(checked: tuple[Checked, ...], folder: Path) -> None:
    try:
        written = write_witnesses(checked, folder)
    except OSError as error:
        usage_error(tell("unwritable", path=called(folder), cause=cause_of(error)))
    typer.echo(tell("witnesses-written", count=str(len(written)), path=called(folder)), err=True)
