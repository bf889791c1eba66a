"""The commands of ``jiheng measure``, with their arguments."""

# ruff: noqa: PLC0415

from pathlib import Path
from typing import Annotated

import typer

from jiheng.cli.language import language
from jiheng.rulebook.messages import say

measure_app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


def _tell(key: str) -> str:
    return say(f"proof.{key}", language())


LedgerOption = Annotated[list[str], typer.Option("--ledger", help=_tell("opt-ledger"))]
SchemaOption = Annotated[Path | None, typer.Option("--schema", help=_tell("opt-schema"))]
ByOption = Annotated[str | None, typer.Option("--by", help=_tell("opt-by"))]
OutOption = Annotated[Path | None, typer.Option("-o", "--out", help=_tell("opt-out"))]
ForceOption = Annotated[bool, typer.Option("--force", help=_tell("opt-force"))]
SecondsOption = Annotated[int, typer.Option("--seconds", min=1, help=_tell("opt-seconds"))]
YearOption = Annotated[
    int | None, typer.Option("--year", min=1900, max=2999, help=_tell("opt-year"))
]


@measure_app.command(help=_tell("help-run"))
def run(
    measure: Annotated[str, typer.Argument(help=_tell("arg-measure"), show_default=False)],
    ledger: LedgerOption,
    year: YearOption = None,
    out: OutOption = None,
    by: ByOption = None,
    schema: SchemaOption = None,
    seconds: SecondsOption = 120,
    force: ForceOption = False,
) -> None:
    """Compute a measure."""
    from jiheng.cli.measure import Wish, run

    wish = Wish(ledger=tuple(ledger), schema=schema, by=by, seconds=seconds, out=out, force=force)
    run(measure, year, wish)


@measure_app.command(help=_tell("help-replay"))
def replay(
    result: Annotated[Path, typer.Argument(help=_tell("arg-result"), show_default=False)],
    ledger: LedgerOption,
    out: OutOption = None,
    by: ByOption = None,
    schema: SchemaOption = None,
    seconds: SecondsOption = 120,
    force: ForceOption = False,
) -> None:
    """Compute a result again, and say what changed."""
    from jiheng.cli.measure import Wish, replay

    wish = Wish(ledger=tuple(ledger), schema=schema, by=by, seconds=seconds, out=out, force=force)
    replay(result, wish)


@measure_app.command("draw-rows", help=_tell("help-draw-rows"))
def draw_rows(
    measure: Annotated[str, typer.Argument(help=_tell("arg-measure"), show_default=False)],
    ledger: LedgerOption,
    key: Annotated[Path, typer.Option("--key", help=_tell("opt-key"))],
    rows: Annotated[int, typer.Option("--rows", min=1, max=10_000, help=_tell("opt-rows"))],
    seed: Annotated[str, typer.Option("--seed", help=_tell("opt-seed"))],
    year: YearOption = None,
    table: Annotated[str | None, typer.Option("--table", help=_tell("opt-table"))] = None,
    schema: SchemaOption = None,
    opens: Annotated[bool, typer.Option("--open", help=_tell("opt-open"))] = False,
) -> None:
    """Draw rows that a measure counts."""
    from jiheng.cli.measure_rows import draw_rows

    draw_rows(measure, tuple(ledger), key, rows, seed, year, table, schema, opens=opens)


@measure_app.command("list", help=_tell("help-list"))
def list_measures() -> None:
    """Print the measures that come with Jiheng."""
    from jiheng.cli.measure import list_measures

    list_measures()


def _tell_ledger(key: str) -> str:
    return say(f"ledger.{key}", language())


@measure_app.command(help=_tell_ledger("help-sample"))
def sample(
    system: Annotated[str, typer.Argument(help=_tell_ledger("arg-system"), show_default=False)],
    out: Annotated[Path, typer.Option("-o", "--out", help=_tell_ledger("opt-out"))],
    rows: Annotated[int, typer.Option(min=1, help=_tell_ledger("opt-rows"))] = 10_000,
    seed: Annotated[int, typer.Option(min=0, help=_tell_ledger("opt-seed"))] = 1,
    year: Annotated[int, typer.Option(min=1900, max=2999, help=_tell_ledger("opt-year"))] = 2025,
    kind: Annotated[str, typer.Option("--format", help=_tell_ledger("opt-format"))] = "csv",
    duplicates: Annotated[str | None, typer.Option(help=_tell_ledger("opt-duplicates"))] = None,
    deaths: Annotated[str | None, typer.Option(help=_tell_ledger("opt-deaths"))] = None,
    suspensions: Annotated[str | None, typer.Option(help=_tell_ledger("opt-suspensions"))] = None,
    reactivations: Annotated[
        str | None, typer.Option(help=_tell_ledger("opt-reactivations"))
    ] = None,
    paid_after_death: Annotated[
        str | None, typer.Option(help=_tell_ledger("opt-paid-after-death"))
    ] = None,
) -> None:
    """Write a made-up ledger with the truth beside it."""
    from jiheng.cli.measure_sample import sample

    chances = {
        "duplicates": duplicates,
        "deaths": deaths,
        "suspensions": suspensions,
        "reactivations": reactivations,
        "paid_after_death": paid_after_death,
    }
    sample(system, rows, seed, year, out, kind, chances)
