"""The application: its commands, in the order in which ``--help`` lists them."""

import sys
from typing import Annotated

import typer

from jiheng import __version__
from jiheng.cli.audit import audit
from jiheng.cli.catalogue import checks, explain
from jiheng.cli.grid import grid
from jiheng.cli.language import LANGUAGES, tell
from jiheng.cli.packs import packs
from jiheng.cli.read import read

app = typer.Typer(
    name="jiheng",
    help=tell("help"),
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"jiheng {__version__}")
        raise typer.Exit


def _language(name: str) -> str:
    if name not in LANGUAGES:
        raise typer.BadParameter(tell("lang-unknown", language=name))
    return name


@app.callback()
def options(
    lang: Annotated[str, typer.Option(help=tell("opt-lang"), callback=_language)] = "zh",
    version: Annotated[
        bool, typer.Option("--version", help=tell("opt-version"), callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Take the options that come before a command; both are acted on by their callbacks."""


app.command(help=tell("help-read"))(read)
app.command(help=tell("help-audit"))(audit)
app.command(help=tell("help-grid"))(grid)
app.command(help=tell("help-explain"))(explain)
app.command(help=tell("help-checks"))(checks)
app.add_typer(packs, name="packs", help=tell("help-packs"))


def main() -> None:
    """Run the command line; output that does not fit the terminal's encoding never stops it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    app()
