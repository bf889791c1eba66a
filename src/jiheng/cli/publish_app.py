"""The commands of ``jiheng publish``, with their arguments."""

# ruff: noqa: PLC0415

from pathlib import Path
from typing import Annotated

import typer

from jiheng.cli.language import tell

publish_app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@publish_app.callback()
def publish() -> None:
    """Keep the group a group, although it has but one command."""


@publish_app.command(help=tell("help-publish-check"))
def check(
    package: Annotated[Path, typer.Argument(help=tell("arg-package"), show_default=False)],
    names: Annotated[Path | None, typer.Option("--names", help=tell("opt-names"))] = None,
) -> None:
    """Look a package over before it goes to a site."""
    from jiheng.cli.publish import check

    check(package, names)
