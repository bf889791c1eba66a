"""``jiheng measure``: actual values computed from ledgers, and computed again."""

import signal
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from getpass import getuser
from pathlib import Path
from types import FrameType
from typing import NoReturn

import msgspec
import typer
from msgspec import Struct
from msgspec.structs import replace

from jiheng.cli.drawing import draw_table, harmless
from jiheng.cli.exits import FOUND_ERRORS, usage_error
from jiheng.cli.language import language, listed
from jiheng.cli.saving import save
from jiheng.evidence.canonical import sha256_of
from jiheng.evidence.caps import Caps
from jiheng.evidence.errors import EvidenceError
from jiheng.evidence.extra import require_proof
from jiheng.evidence.measures.interval import Interval, interval_of
from jiheng.model.ledger import Ledger
from jiheng.model.measure import Measure, Measured, Remark
from jiheng.pipeline.naming import called
from jiheng.rulebook.decoding import fault_of
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.ledgers import all_ledgers, load_ledger
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import Told, phrase
from jiheng.rulebook.proofs import all_measures, load_measure
from jiheng.rulebook.shelf import SUFFIXES
from jiheng.rulebook.telling import cause_of
from jiheng.rulebook.titles import title_in

_MOST_RESULT = 1 << 20
_SIGNALLED = 128
"""Added to a signal's number, it is the exit code of whoever heeds it."""


class Wish(Struct, frozen=True, kw_only=True):
    """How a measure is to be computed.

    Attributes:
        ledger: where the tables lie, as ``table=file``, or a folder of files named like them.
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
    ledgers = {each.system: title_in(each, language()) for each in all_ledgers()}
    rows = [
        (
            each.id,
            title_in(each, language()),
            listed(each.feeds),
            tell("of-system", title=ledgers[each.ledger], system=each.ledger),
        )
        for each in all_measures()
    ]
    draw_table([tell(f"col-{name}") for name in ("id", "title", "feeds", "ledger")], rows)


@contextmanager
def telling() -> Generator[None]:
    """Leave with a sentence where a measure cannot be computed.

    A program that is told to end clears up behind it: what it copied names persons.
    """
    before = signal.signal(signal.SIGTERM, _end)
    try:
        require_proof()
        yield
    except (EvidenceError, RulebookError) as error:
        usage_error(error)
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(_SIGNALLED + number)


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
    from jiheng.evidence.copying.giving import sources_given  # noqa: PLC0415
    from jiheng.evidence.measures.queries import tables_of  # noqa: PLC0415
    from jiheng.evidence.measuring import Order, measured  # noqa: PLC0415

    order = Order(
        measure=measure,
        ledger=ledger,
        sources=sources_given(wish.ledger, tables_of(measure.question, ledger)),
        interval=days,
        by=who(wish.by),
        caps=replace(Caps(), seconds=wish.seconds),
    )
    return measured(order)


def _print(result: Measured) -> None:
    lines = [tell("value", title=title_in(result.measure, language()), value=valued(result))]
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
    for table in result.tables:
        missing = [
            each.column or ""
            for each in result.remarks
            if each.table == table.name and each.kind == "missing"
        ]
        if missing:
            # All in one line: a unit's own file seldom has every column.
            told = tell("remark-missing", table=table.name, column=listed(missing))
            typer.echo(harmless(told), err=True)
    for remark in result.remarks:
        if remark.kind != "missing":
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
