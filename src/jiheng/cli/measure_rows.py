"""``jiheng measure draw-rows``: rows for an auditor to open."""

from pathlib import Path
from secrets import token_bytes

import typer
from msgspec import Struct

from jiheng.cli.drawing import draw_table
from jiheng.cli.exits import usage_error
from jiheng.cli.measure import ledger_for, tell, telling
from jiheng.cli.saving import save, save_secret
from jiheng.evidence.measures.interval import interval_of
from jiheng.evidence.pseudonyms import checked_key
from jiheng.pipeline.naming import called
from jiheng.rulebook.proofs import load_measure
from jiheng.rulebook.telling import cause_of
from jiheng.writers.delimited import write_csv

_KEY_BYTES = 32


class RowsWish(Struct, frozen=True, kw_only=True):
    """Which rows are to be drawn, and what becomes of them.

    Attributes:
        ledger: where the tables lie, as ``table=file``.
        key: file with the unit's key; made where there is none.
        opens: names and numbers of persons are shown as they are: on the screen, never in a file.
        out: where the rows go as CSV; None for the screen.
    """

    ledger: tuple[str, ...]
    key: Path
    count: int
    seed: str
    year: int | None
    table: str | None
    schema: Path | None
    opens: bool
    out: Path | None
    force: bool


def draw_rows(name: str, wish: RowsWish) -> None:
    """Print rows drawn by their keyed codes, or save them."""
    if wish.opens and wish.out is not None:
        usage_error(tell("open-on-screen"))
    with telling():
        # DuckDB and sqlglot take half a second to load, and not everyone has them.
        from jiheng.evidence.copying.giving import sources_given  # noqa: PLC0415
        from jiheng.evidence.drawing import Draw, drawn  # noqa: PLC0415
        from jiheng.evidence.measures.queries import table_of, tables_of  # noqa: PLC0415

        measure = load_measure(name)
        ledger = ledger_for(measure, wish.schema, Path(name).parent)
        asked = tables_of(measure.question, ledger)
        draw = Draw(
            measure=measure,
            ledger=ledger,
            sources=sources_given(
                wish.ledger, (table_of(ledger, wish.table),) if wish.table else asked
            ),
            interval=interval_of(measure, wish.year),
            key=_key(wish.key),
            seed=wish.seed,
            count=wish.count,
            table=wish.table,
            opens=wish.opens,
        )
        found = drawn(draw)
    columns = (tell("col-row"), tell("col-code"), *found.columns)
    rows = [(str(each.row), each.code, *each.cells) for each in found.rows]
    if wish.out is None:
        draw_table(columns, rows)
    else:
        save(wish.out, write_csv((columns, *rows)), force=wish.force)
        typer.echo(tell("saved", path=called(wish.out)))
    numbers = {"rows": str(found.all_rows), "count": str(len(found.rows))}
    typer.echo(tell("drawn", table=found.table, **numbers))


def _key(path: Path) -> bytes:
    """Return the unit's key; the first time, one is made."""
    if not path.exists():
        save_secret(path, token_bytes(_KEY_BYTES))
        typer.echo(tell("key-made", path=called(path)), err=True)
    try:
        return checked_key(path.read_bytes())
    except OSError as error:
        usage_error(tell("key-unreadable", path=called(path), cause=cause_of(error)))
