"""The worksheet of answers that a command was given."""

from collections.abc import Iterable
from pathlib import Path

import typer

from jiheng.cli.drawing import harmless
from jiheng.cli.exits import usage_error
from jiheng.cli.language import language
from jiheng.pipeline.answers import Answer, BadAnswers, read_answers
from jiheng.readers.errors import UnreadableInput


def taken_answers(path: Path | None) -> tuple[Answer, ...]:
    """Return the answers of a worksheet, none where there is no worksheet; or leave."""
    if path is None:
        return ()
    try:
        return read_answers(path, language())
    except BadAnswers as error:
        usage_error(error)
    except UnreadableInput as error:
        usage_error(error)


def tell_unfit(sentences: Iterable[str]) -> None:
    """Tell the answers that were not used."""
    for sentence in sentences:
        typer.echo(harmless(sentence), err=True)
