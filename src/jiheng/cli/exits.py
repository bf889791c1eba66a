"""Exit codes, and the way out of a wrong call."""

from typing import NoReturn

import typer

from jiheng.cli.drawing import harmless
from jiheng.cli.language import language, listed, tell
from jiheng.rulebook.telling import Telling

FOUND_ERRORS = 1
UNREADABLE = 2


def usage_error(wrong: str | Exception) -> NoReturn:
    """Say what is wrong with the call and leave."""
    sentence = wrong.said(language()) if isinstance(wrong, Telling) else str(wrong)
    typer.echo(harmless(sentence), err=True)
    raise typer.Exit(UNREADABLE)


def checked_format(name: str, known: tuple[str, ...]) -> None:
    """Leave with a sentence when an output format is not known."""
    if name not in known:
        usage_error(tell("bad-format", format=name, known=listed(known)))
