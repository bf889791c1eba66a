"""The commands of ``jiheng draw``, with their arguments."""

# ruff: noqa: PLC0415

from pathlib import Path
from typing import Annotated

import typer

from jiheng.cli.language import tell

draw_app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)

OutOption = Annotated[Path, typer.Option("-o", "--out", help=tell("opt-out-draw"))]
SecretOption = Annotated[Path, typer.Option("--secret", help=tell("opt-secret"))]


@draw_app.command(help=tell("help-draw-freeze"))
def freeze(
    forms: Annotated[Path, typer.Argument(help=tell("arg-population"), show_default=False)],
    title: Annotated[str, typer.Option(help=tell("opt-draw-title"))],
    number_to_come: Annotated[str, typer.Option(help=tell("opt-number-to-come"))],
    size: Annotated[list[str], typer.Option(help=tell("opt-size"))],
    by_form: Annotated[bool, typer.Option("--by-form", help=tell("opt-by-form"))] = False,
    least: Annotated[int, typer.Option(min=0, help=tell("opt-least"))] = 0,
    out: OutOption = Path("frozen.json"),
    secret: SecretOption = Path("secret.txt"),
) -> None:
    """Freeze the population and bind a secret."""
    from jiheng.cli.draw import freeze

    freeze(forms, title, number_to_come, tuple(size), least, out, secret, by_money=not by_form)


@draw_app.command(help=tell("help-draw-pick"))
def pick(
    frozen: Annotated[Path, typer.Argument(help=tell("arg-frozen"), show_default=False)],
    number: Annotated[str, typer.Option(help=tell("opt-number"))],
    secret: SecretOption = Path("secret.txt"),
    must_check: Annotated[Path | None, typer.Option(help=tell("opt-must-check"))] = None,
    out: OutOption = Path("draw.json"),
) -> None:
    """Draw from a frozen population."""
    from jiheng.cli.draw import pick

    pick(frozen, secret, number, must_check, out)


@draw_app.command(help=tell("help-draw-verify"))
def verify(
    draw: Annotated[Path, typer.Argument(help=tell("arg-draw"), show_default=False)],
    frozen: Annotated[Path | None, typer.Option(help=tell("opt-frozen"))] = None,
) -> None:
    """Draw again from the published draw, and compare."""
    from jiheng.cli.draw import verify

    verify(draw, frozen)


@draw_app.command(help=tell("help-draw-estimate"))
def estimate(
    draw: Annotated[Path, typer.Argument(help=tell("arg-draw"), show_default=False)],
    results: Annotated[Path, typer.Argument(help=tell("arg-review-results"), show_default=False)],
) -> None:
    """Say what the re-checked forms say of all."""
    from jiheng.cli.draw import estimate

    estimate(draw, results)
