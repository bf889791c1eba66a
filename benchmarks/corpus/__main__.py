"""Scoring made-up coded corpora of every size, beside Polars, LibreOffice and the floor."""

import argparse
import os
import platform
import shutil
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from benchmarks.corpus import measured, sheet_peer
from benchmarks.corpus.floor import scan
from benchmarks.corpus.plot import Line, plot
from benchmarks.sections import DOCS, with_section
from jiheng.corpus.coded.made import Making, made_batches
from jiheng.corpus.engines.pace import Pace
from jiheng.corpus.store.making import make_corpus

TITLE = "A corpus scored again"
PICTURE = DOCS / "benchmarks-corpus.svg"
SIZES = (10_000, 100_000, 1_000_000, 5_000_000)
_MOST_FOR_POLARS = 1_000_000
_SHEET_FORMS = 2_000
_MEGABYTE = 1 << 20


class Measured(Struct, frozen=True, kw_only=True):
    """All that was measured of a corpus; ``polars`` is None where it would take too long."""

    forms: int
    size: int
    one: measured.Command
    two: measured.Command
    pace: Pace
    polars: measured.Polars | None


class Sheet(Struct, frozen=True, kw_only=True):
    """What LibreOffice took for so many forms, without its start, and how many it got right."""

    forms: int
    seconds: float
    equal: int


def measure(forms: int, folder: Path) -> Measured:
    """Make a corpus, measure it and remove it."""
    corpus = folder / str(forms)
    manifest = make_corpus(corpus, forms)
    measured.command(corpus, 1)
    found = Measured(
        forms=forms,
        size=sum(file.size for part in manifest.parts for file in part.files),
        one=measured.command(corpus, 1),
        two=measured.command(corpus, 2),
        pace=measured.pace(corpus),
        polars=measured.polars(corpus) if forms <= _MOST_FOR_POLARS else None,
    )
    shutil.rmtree(corpus)
    print(found, flush=True)
    return found


def sheet() -> Sheet | None:
    """Measure LibreOffice; None where it is absent."""
    if shutil.which("soffice") is None:
        return None
    pack = measured.PACK
    base, rules = pack.money_base.value, measured.rules_of(pack)
    (batch,) = made_batches(Making(count=_SHEET_FORMS))
    # The first makes LibreOffice's own settings, and tells what its start costs.
    _, start = sheet_peer.totals(next(made_batches(Making(count=1))), base, rules)
    found, seconds = sheet_peer.totals(batch, base, rules)
    lows, highs = measured.score_batch(batch, rules, base)
    ours = zip(lows.tolist(), highs.tolist(), strict=True)
    return Sheet(
        forms=_SHEET_FORMS,
        seconds=seconds - start,
        equal=sum(one == other for one, other in zip(found, ours, strict=True)),
    )


def drawing(rows: list[Measured], office: Sheet | None) -> str:
    """Return the plot of cost over size."""
    lines = [
        Line("two threads, clock", tuple((row.forms, row.two.clock) for row in rows)),
        Line("one thread, clock", tuple((row.forms, row.one.clock) for row in rows)),
        Line("Parquet decode, one core", tuple((row.forms, row.pace.decoded) for row in rows)),
        Line("scoring in memory, one core", tuple((row.forms, row.pace.scored) for row in rows)),
        Line("Polars in memory", tuple((r.forms, r.polars.polars) for r in rows if r.polars)),
    ]
    if office is not None:
        lines.append(Line("LibreOffice", ((office.forms, office.seconds),)))
    return plot(tuple(line for line in lines if line.points))


def section(rows: list[Measured], office: Sheet | None, floor: tuple[float, float, int]) -> str:
    """Return the section of the page."""
    lines = "\n".join(f"| {' | '.join(_cells(row))} |" for row in rows)
    polars = "\n".join(
        f"| {row.forms:,} | {row.polars.ours:.3f} s | {row.polars.polars:.2f} s | "
        f"{row.polars.polars / row.polars.ours:.0f}× (≥ 40×) | {row.polars.differing:,} |"
        for row in rows
        if row.polars
    )
    largest = rows[-1]
    return f"""`make bench-corpus` writes this section: made-up coded forms, some ten rows each, scored under `{measured.PACK.id}`.
The clock and memory are those of the whole command `jiheng corpus score`, start included, by `/usr/bin/time`; decode and scoring
are processor time of one core. Compiled rules are kept on the disk; to load them takes {largest.pace.compiled:.1f} s of every command, to compile them
once on a machine about a quarter of a minute.

| forms | Parquet | one thread | two threads | processor | memory, 1 and 2 threads | decode | scoring | scored a core-second |
|---|---|---|---|---|---|---|---|---|
{lines}

To reach: 2 M forms a core-second from memory, 1 M from coded Parquet within 2 s on two cores.

![cost over size]({PICTURE.name})

The same work by [Polars expressions](../benchmarks/corpus/rules.py), row groups in memory, both in turns in one program, processor time of all cores:

| forms | ours | Polars | ratio | other totals |
|---|---|---|---|---|
{polars}

{_office(office, rows)} The floor: to add up the same columns once ({floor[2] / _MEGABYTE:.1f} MB of 65,536 forms) takes {floor[1]:.1f} ms, to score them {floor[0]:.1f} ms.

Measured {datetime.now(UTC):%Y-%m-%d} on {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}, {_versions()}.
"""


def _cells(row: Measured) -> tuple[str, ...]:
    return (
        f"{row.forms:,}",
        f"{row.size / _MEGABYTE:.0f} MB",
        f"{row.one.clock:.1f} s",
        f"{row.two.clock:.1f} s",
        f"{row.two.processor:.1f} s",
        f"{row.one.memory // _MEGABYTE}, {row.two.memory // _MEGABYTE} MB",
        f"{row.pace.decoded:.2f} s",
        f"{row.pace.scored:.3f} s",
        f"{row.forms / row.pace.scored / 1e6:.1f} M",
    )


def _office(office: Sheet | None, rows: list[Measured]) -> str:
    if office is None:
        return "LibreOffice was not there."
    rate = office.forms / office.seconds
    ours = rows[-1].forms / rows[-1].pace.scored
    return (
        f"LibreOffice works out the same formulas of {office.forms:,} forms in {office.seconds:.1f} s without its start: "
        f"{rate:,.0f} forms a second, {ours / rate:,.0f} times as long as ours; {office.equal:,} totals are equal."
    )


def _versions() -> str:
    return ", ".join(f"{name} {version(name)}" for name in ("numba", "pyarrow", "polars"))


def main() -> None:
    """Measure everything and print the section; write it, with the plot, when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--folder", type=Path, help="where corpora are made; else a temporary one")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    wish = parser.parse_args()
    with TemporaryDirectory(prefix="jiheng-bench-", dir=wish.folder) as name:
        rows = [measure(forms, Path(name)) for forms in wish.sizes]
    office = sheet()
    (batch,) = made_batches(Making(count=65_536))
    text = section(rows, office, scan(batch, measured.PACK))
    print(text)
    if wish.write:
        with_section(TITLE, text)
        PICTURE.write_text(drawing(rows, office), encoding="utf-8")


if __name__ == "__main__":
    main()
