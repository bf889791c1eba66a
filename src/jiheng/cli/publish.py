"""``jiheng publish check``: a package is whole, and nothing that is hidden can be read in it."""

from pathlib import Path

import typer

from jiheng.cli.drawing import harmless
from jiheng.cli.exits import FOUND_ERRORS, usage_error
from jiheng.cli.language import language
from jiheng.pipeline.naming import called
from jiheng.pipeline.publication.checking import (
    Hidden,
    NoPackage,
    files_of,
    hidden_of,
    misfits,
)
from jiheng.pipeline.publication.needles import Needles
from jiheng.pipeline.publication.scanning import leaks
from jiheng.rulebook.messages import say, worded
from jiheng.rulebook.telling import cause_of


def check(path: Path, names: Path | None) -> None:
    """Say every file that is not as it was made, and every place where a name can be read."""
    hidden = _hidden(names) if names else Hidden()
    try:
        files = files_of(path)
        told = [_say(each.kind, path=each.path) for each in misfits(files, path)]
    except NoPackage as error:
        usage_error(error)
    told += [
        _say("leak", path=each.path, line=str(each.line), text=each.text, around=each.around)
        for each in leaks(files, Needles(hidden.names), hidden.contexts)
    ]
    for each in told:
        typer.echo(harmless(each), err=True)
    if told:
        raise typer.Exit(FOUND_ERRORS)
    key = "fine-names" if hidden.names else "fine"
    typer.echo(_say(key, count=str(len(files)), names=str(len(hidden.names))))


def _hidden(path: Path) -> Hidden:
    try:
        return hidden_of(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        cause = cause_of(error) if isinstance(error, OSError) else "UTF-8"
        usage_error(_say("unreadable", path=called(path), cause=worded(cause, language())))


def _say(key: str, **values: str) -> str:
    return say(f"checking.{key}", language(), **values)
