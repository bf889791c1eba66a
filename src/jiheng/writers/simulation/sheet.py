"""``summary.csv``: every number of a simulation, one a line, for those who compute with them."""

from collections.abc import Iterator

from msgspec.structs import asdict

from jiheng.model.simulation import Bin, Ends, Simulation, Step, Sums
from jiheng.writers.delimited import write_csv

HEAD = ("value", "table", "row", "column", "number")
Line = tuple[str, str, str, str]


def write_summary(simulation: Simulation) -> bytes:
    """Return the table: of which step, which table, row, column, and the number itself."""
    lines = ((step.value or "", *line) for step in simulation.steps for line in _lines(step))
    return write_csv((HEAD, *lines))


def _lines(step: Step) -> Iterator[Line]:
    yield from _sums("all", "", step.sums)
    for move in step.moves:
        name = f"{move.before or ''} → {move.after or ''}"
        yield "moves", name, "forms", str(move.forms)
        yield "moves", name, "money", move.money
    tables = (
        ("totals_before", step.totals_before),
        ("totals_after", step.totals_after),
        ("changes", step.changes),
    )
    for table, bins in tables:
        for each in bins:
            yield from _bin(table, each)
    for grouping in step.groupings:
        for row in grouping.rows:
            yield from _sums(grouping.by, row.name or "", row.sums)


def _sums(table: str, row: str, sums: Sums) -> Iterator[Line]:
    for name, value in asdict(sums).items():
        if isinstance(value, Ends):
            yield table, row, f"{name}_low", value.low
            yield table, row, f"{name}_high", value.high
        else:
            yield table, row, name, "" if value is None else str(value)


def _bin(table: str, each: Bin) -> Iterator[Line]:
    name = f"{each.low or ''}..{each.high or ''}"
    yield table, name, "lowest", str(each.lowest)
    yield table, name, "highest", str(each.highest)
