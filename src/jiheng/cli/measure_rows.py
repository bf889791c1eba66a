"""``jiheng measure draw-rows``: rows for an auditor to open."""

from pathlib import Path
from secrets import token_bytes

import typer

from jiheng.cli.drawing import draw_table
from jiheng.cli.exits import usage_error
from jiheng.cli.measure import ledger_for, tell, telling
from jiheng.cli.saving import save_secret
from jiheng.evidence.measures.interval import interval_of
from jiheng.evidence.pseudonyms import checked_key
from jiheng.pipeline.naming import called
from jiheng.rulebook.proofs import load_measure
from jiheng.rulebook.telling import cause_of

_KEY_BYTES = 32


def draw_rows(
    name: str,
    ledger: tuple[str, ...],
    key: Path,
    count: int,
    seed: str,
    year: int | None,
    table: str | None,
    schema: Path | None,
    *,
    opens: bool,
) -> None:
    """Print rows drawn by their keyed codes."""
    with telling():
        # DuckDB and sqlglot take half a second to load, and not everyone has them.
        from jiheng.evidence.copying.source import source_of  # noqa: PLC0415
        from jiheng.evidence.drawing import Draw, drawn  # noqa: PLC0415

        measure = load_measure(name)
        draw = Draw(
            measure=measure,
            ledger=ledger_for(measure, schema, Path(name).parent),
            sources=tuple(map(source_of, ledger)),
            interval=interval_of(measure, year),
            key=_key(key),
            seed=seed,
            count=count,
            table=table,
            opens=opens,
        )
        found = drawn(draw)
    columns = (tell("col-row"), tell("col-code"), *found.columns)
    draw_table(columns, [(str(each.row), each.code, *each.cells) for each in found.rows])
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
