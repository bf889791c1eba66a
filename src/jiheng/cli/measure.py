"""``jiheng measure``: actual values computed from ledgers, and computed again."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from getpass import getuser
from pathlib import Path

import msgspec
import typer
from msgspec import Struct
from msgspec.structs import replace

from jiheng.cli.drawing import draw_table, harmless
from jiheng.cli.exits import FOUND_ERRORS, usage_error
from jiheng.cli.language import language, listed
from jiheng.cli.saving import save
from jiheng.evidence.caps import Caps
from jiheng.evidence.errors import EvidenceError
from jiheng.evidence.extra import require_proof
from jiheng.evidence.measures.interval import Interval, interval_of
from jiheng.model.ledger import Ledger
from jiheng.model.measure import Measure, Measured, Remark
from jiheng.pipeline.naming import called
from jiheng.rulebook.decoding import fault_of
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.ledgers import SUFFIXES, load_ledger
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import Told, phrase
from jiheng.rulebook.proofs import all_measures, load_measure
from jiheng.rulebook.telling import cause_of

_MOST_RESULT = 1 << 20


class Wish(Struct, frozen=True, kw_only=True):
    """How a measure is to be computed.

    Attributes:
        ledger: where the tables lie, as ``table=file``.
        schema: a ledger's documentation instead of the one that the measure names.
        by: who asks; None for whoever is logged in.
        seconds: of a query.
        out: where the result goes; None for nowhere but the screen.
    """

    ledger: tuple[str, ...]
    schema: Path | None
    by: str | None
    seconds: int
    out: Path | None
    force: bool


def run(name: str, year: int | None, wish: Wish) -> None:
    """Compute a measure, print the result, and save it."""
    with telling():
        measure = load_measure(name)
        ledger = ledger_for(measure, wish.schema, Path(name).parent)
        result = _computed(measure, ledger, interval_of(measure, year), wish)
    _print(result)
    _save(result, wish)


def replay(path: Path, wish: Wish) -> None:
    """Compute a result again; leave with 1 where its value is another one."""
    from jiheng.evidence.measuring import sha256_of  # noqa: PLC0415
    from jiheng.evidence.replaying import changes, same_value  # noqa: PLC0415

    before = read_result(path)
    with telling():
        if sha256_of(before.measure) != before.measure_sha256:
            raise EvidenceError(phrase("proof.bad-measure-hash"))
        ledger = ledger_for(before.measure, wish.schema, path.parent)
        # The days of then, whichever year the form is of now.
        days = Interval(
            since=date.fromisoformat(before.since), until=date.fromisoformat(before.until)
        )
        after = _computed(before.measure, ledger, days, wish)
    found = changes(before, after)
    if same_value(before, after):
        typer.echo(tell("same", value=valued(after)))
    for each in found:
        key = "different" if each.kind == "value" else f"change-{each.kind}"
        nothing = tell("none")
        values = {"before": each.before or nothing, "after": each.after or nothing}
        typer.echo(harmless(tell(key, **values, table=each.table or "")))
    if any(each.kind == "remarks" for each in found):
        _print_remarks(after)
    _save(after, wish)
    if not same_value(before, after):
        raise typer.Exit(FOUND_ERRORS)


def list_measures() -> None:
    """Print the measures that come with Jiheng."""
    rows = [(each.id, each.title, listed(each.feeds), each.ledger) for each in all_measures()]
    draw_table([tell(f"col-{name}") for name in ("id", "title", "feeds", "ledger")], rows)


@contextmanager
def telling() -> Generator[None]:
    """Leave with a sentence where a measure cannot be computed."""
    try:
        require_proof()
        yield
    except (EvidenceError, RulebookError) as error:
        usage_error(error)


def tell(key: str, **values: Told) -> str:
    """Return a sentence about measures in the chosen language."""
    return say(f"proof.{key}", language(), **values)


def ledger_for(measure: Measure, schema: Path | None, beside: Path) -> Ledger:
    """Return the ledger that a measure asks; a file that it names lies beside its own.

    Raises:
        BadLedger: there is none, or its file cannot be used.
    """
    if schema is not None:
        return load_ledger(schema)
    is_file = measure.ledger.endswith(SUFFIXES)
    return load_ledger(beside / measure.ledger if is_file else measure.ledger)


def read_result(path: Path) -> Measured:
    """Return a result that was saved; leave with a sentence where the file is none."""
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(_MOST_RESULT), type=Measured)
    except OSError as error:
        usage_error(tell("bad-result", path=called(path), cause=cause_of(error)))
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        usage_error(tell("bad-result", path=called(path), cause=fault_of(error)))


def valued(result: Measured) -> str:
    """Return a value with its unit."""
    return f"{result.value}{result.unit or ''}"


def who(by: str | None) -> str:
    """Return who asks: a name that was given, or whoever is logged in."""
    try:
        return by or getuser()
    except (OSError, KeyError):
        return ""


def _computed(measure: Measure, ledger: Ledger, days: Interval, wish: Wish) -> Measured:
    # DuckDB and sqlglot take half a second to load, and not everyone has them.
    from jiheng.evidence.copying.source import source_of  # noqa: PLC0415
    from jiheng.evidence.measuring import Order, measured  # noqa: PLC0415

    order = Order(
        measure=measure,
        ledger=ledger,
        sources=tuple(map(source_of, wish.ledger)),
        interval=days,
        by=who(wish.by),
        caps=replace(Caps(), seconds=wish.seconds),
    )
    return measured(order)


def _print(result: Measured) -> None:
    lines = [tell("value", title=result.measure.title, value=valued(result))]
    if len(result.exact) > 1:
        first, second = result.exact
        lines.append(tell("arithmetic", first=first, second=second))
    days = {"since": result.since, "until": result.until}
    lines.append(tell("asked", **days, at=result.at, by=result.by, engine=result.engine))
    lines += [
        tell("table", table=each.name, rows=str(each.rows), sha256=each.sha256)
        for each in result.tables
    ]
    lines += [tell("query", sql=each) for each in result.queries]
    for line in lines:
        typer.echo(harmless(line))
    _print_remarks(result)


def _print_remarks(result: Measured) -> None:
    for remark in result.remarks:
        typer.echo(harmless(_remarked(remark)), err=True)


def _remarked(remark: Remark) -> str:
    where = "" if remark.first is None else tell("remark-where", first=str(remark.first))
    return tell(
        f"remark-{remark.kind}",
        table=remark.table,
        column=remark.column or "",
        count=str(remark.count),
        where=where,
    )


def _save(result: Measured, wish: Wish) -> None:
    if wish.out is not None:
        document = msgspec.json.format(msgspec.json.encode(result), indent=1)
        save(wish.out, document + b"\n", force=wish.force)
        typer.echo(tell("saved", path=called(wish.out)))
