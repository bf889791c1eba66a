"""``jiheng read``: files to forms."""

import sys
from pathlib import Path

import msgspec
import typer

from jiheng.cli.drawing import draw_table
from jiheng.cli.exits import UNREADABLE, checked_format, usage_error
from jiheng.cli.language import language, tell
from jiheng.model.audit import Refusal
from jiheng.pipeline.files import files_in
from jiheng.pipeline.memory import settle
from jiheng.pipeline.reading import ReadForm, read_file
from jiheng.readers.errors import UnreadableInput
from jiheng.rulebook.errors import RulebookError


def read(paths: tuple[Path, ...], output: str, pack: str | None) -> None:
    """Print the forms found in files and folders."""
    checked_format(output, ("jsonl", "table"))
    settle()
    forms: list[ReadForm] = []
    refused = 0
    for path in files_in(paths, language()):
        try:
            found = _forms(path, pack)
        except RulebookError as error:
            usage_error(str(error))
        except UnreadableInput as error:
            refused += 1
            typer.echo(error.sentence, err=True)
            continue
        forms += found
        if output == "jsonl":
            for each in found:
                sys.stdout.write(msgspec.json.encode(each.form).decode() + "\n")
    if output == "table":
        _draw(forms)
    if refused:
        raise typer.Exit(UNREADABLE)


def _forms(path: Path | Refusal, pack: str | None) -> tuple[ReadForm, ...]:
    if isinstance(path, Refusal):
        raise UnreadableInput(path.reason)
    return read_file(path, pack, language=language())


def _draw(forms: list[ReadForm]) -> None:
    columns = ("number", "project", "indicators", "printed", "doubts", "file")
    rows = [
        (
            str(number),
            each.form.project.name or tell("unnamed"),
            str(len(each.form.indicators)),
            each.form.total.score or "",
            str(len(each.form.doubts)),
            f"{each.form.source.path} {each.form.source.part}",
        )
        for number, each in enumerate(forms, 1)
    ]
    draw_table([tell(f"col-{column}") for column in columns], rows)
