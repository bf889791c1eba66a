"""One table of a ledger copied from wherever it lies to Parquet in a private folder."""

from pathlib import Path

from msgspec.structs import replace

from jiheng.evidence.apart import done_apart
from jiheng.evidence.caps import Caps
from jiheng.evidence.copying.job import Copied, Copying, Raw
from jiheng.evidence.copying.lines import Lines, write_lines
from jiheng.evidence.copying.source import Source, rows_of
from jiheng.evidence.errors import BadSource
from jiheng.formats.apart.child import Program
from jiheng.formats.apart.told import told_of
from jiheng.model.ledger import LedgerTable
from jiheng.model.measure import Remark, TableUsed
from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.telling import cause_of

_MODULE = "jiheng.evidence.copying.program"


def copied(
    source: Source, table: LedgerTable, folder: Path, salt: str, caps: Caps, *, keeps: bool = False
) -> tuple[TableUsed, tuple[Remark, ...]]:
    """Return what was copied to ``<table>.parquet`` in a folder, with remarks on the data.

    Args:
        source: where the table lies.
        table: as the ledger documents it.
        folder: private, and there.
        salt: what stands in for names and numbers of persons is made with it.
        caps: on the copy and on the program that makes it.
        keeps: the cells as they were stay in the folder, so that rows may be opened.

    Raises:
        BadSource: it cannot be read, or is larger than it may be.
        NoAnswer: the program that copies used more than it may.
    """
    lines = folder / f"{table.name}.lines"
    try:
        job, short = _job(source, table, folder, lines, caps)
        job = replace(job, salt=salt, keeps=keeps)
        done = done_apart(Program(module=_MODULE, answer=Copied, limits=caps.copying), job)
    finally:
        lines.unlink(missing_ok=True)
    if done.refused:
        raise BadSource(told_of(done.refused))
    used = TableUsed(name=table.name, source=source.kind, rows=done.rows, sha256=done.sha256)
    return used, tuple(_ordered(each, source) for each in (*short, *done.remarks))


def _job(
    source: Source, table: LedgerTable, folder: Path, lines: Path, caps: Caps
) -> tuple[Copying, tuple[Remark, ...]]:
    """Return what to say to the program that copies; Parquet it reads by itself."""
    raw: Raw = "parquet" if source.kind == "parquet" else "lines"
    job = Copying(
        folder=str(folder),
        table=table,
        raw=raw,
        path=str(source.path.resolve() if raw == "parquet" else lines),
        rows=caps.rows,
        memory=caps.memory,
        spill=caps.bytes,
    )
    if raw == "parquet":
        _check_file(source, caps)
        return job, ()
    with rows_of(source, table) as rows:
        written = write_lines(rows, table, lines, caps.rows, caps.bytes)
    return replace(job, columns=written.columns), _short(written, table)


def _short(written: Lines, table: LedgerTable) -> tuple[Remark, ...]:
    if not written.short:
        return ()
    first = written.first_short
    return (Remark(kind="short", table=table.name, count=written.short, first=first),)


def _check_file(source: Source, caps: Caps) -> None:
    path = source.path
    try:
        size = path.stat().st_size
    except OSError as error:
        told = phrase("proof.source-unopened", path=path.name, cause=cause_of(error))
        raise BadSource(told) from error
    if size > caps.bytes:
        most = str(caps.bytes >> 20)
        raise BadSource(phrase("proof.too-many-bytes", table=source.table, most=most))


def _ordered(remark: Remark, source: Source) -> Remark:
    """Rows of a database have no order that anyone could find them by."""
    has_order = source.kind not in {"sqlite", "postgresql"}
    return remark if has_order else replace(remark, first=None)
