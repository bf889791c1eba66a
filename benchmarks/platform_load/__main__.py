"""``python -m benchmarks.platform_load``: fifty clerks type at once; writes docs/benchmarks.md."""

import argparse
import os
import sys
from datetime import UTC, datetime

from benchmarks.platform_load.host import hosted
from benchmarks.platform_load.load import Load, run
from benchmarks.platform_load.wire import Verdict
from benchmarks.sections import with_section

_DATABASES = ("sqlite", "postgresql")
_REACH = 300
_TITLE = "The platform under load"


def percentile(times: list[float], percent: int) -> float:
    """Return the time that so many percent of all times do not exceed; 0 where there are none.

    Example:
        >>> percentile([4.0, 1.0, 3.0, 2.0], 50), percentile([1.0], 99)
        (2.0, 1.0)
    """
    ordered = sorted(times)
    return ordered[-(-len(ordered) * percent // 100) - 1] if ordered else 0.0


def rows(database: str, load: Load) -> list[str]:
    """Return the lines of the table for one database."""
    busy = f"{(load.server + load.database) / load.seconds:.2f} cores"
    kinds = (("form page", load.notes.pages), ("autosave", load.notes.saves))
    return [
        f"| {database} | {name} | {len(times)} | {len(times) / load.seconds:.1f} "
        f"| {_times(times)} | {busy} |"
        for name, times in kinds
    ]


def _times(times: list[float]) -> str:
    found = (percentile(times, percent) for percent in (50, 95, 99, 100))
    return " | ".join(f"{each:.0f} ms" for each in found)


def told(database: str, load: Load, verdict: Verdict) -> str:
    """Return in a sentence what else came of it."""
    count = max(1, len(load.notes.saves) + len(load.notes.pages))
    ours = load.server + load.database
    others = (load.machine - ours - load.clients) / load.seconds
    whole = "whole" if verdict.is_chain_whole else "BROKEN"
    return (
        f"{database}: {len(load.notes.errors)} errors, {len(verdict.losses)} of {verdict.cells} "
        f"cells lost, {len(verdict.halves)} forms half saved, {load.notes.conflicts} cells told apart between the two who share a form, "
        f"the journal's chain {whole}; a request took {ours * 1000 / count:.0f} ms of CPU, the clients "
        f"{load.clients / load.seconds:.2f} cores, all else on the machine {max(0, others):.2f}."
    )


def main() -> None:
    """Measure, print, and write the page's section."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.platform_load")
    parser.add_argument("--clerks", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--database", choices=_DATABASES, action="append")
    parser.add_argument("--departments", type=int, default=12)
    parser.add_argument("--keep", action="store_true", help="leave docs/benchmarks.md as it is")
    given = parser.parse_args()
    table: list[str] = []
    sentences: list[str] = []
    failed = False
    for database in given.database or _DATABASES:
        with hosted(database) as host:
            desks = host.prepare(given.clerks, given.departments)
            host.start()
            load = run(host, desks, given.seconds)
            host.stop()
            verdict = host.verify(load.notes.all_kept())
            complaints = host.complaints()
        table += rows(database, load)
        sentences.append(told(database, load, verdict))
        failed |= bool(load.notes.errors) or not verdict.is_good
        sys.stdout.writelines(
            f"{line}\n" for line in (*load.notes.errors[:9], *verdict.losses[:9], complaints)
        )
    section = _section(given.clerks, given.seconds, table, sentences)
    print(section)
    if not given.keep:
        with_section(_TITLE, section)
    sys.exit(1 if failed else 0)


def _section(clerks: int, seconds: float, table: list[str], sentences: list[str]) -> str:
    lines = "\n".join(table)
    return f"""`python -m benchmarks.platform_load` writes this section: {clerks} clerks, each logged in, type for {seconds:.0f} s in forms of
a city of 600; every burst is saved after one to two seconds, and now and then a whole page is opened. The server is the one of
`jiheng serve`, the clients run on the same {os.cpu_count()} cores. Afterwards every acknowledged cell is looked up in the database.
To reach: no error, nothing lost, 99 of 100 within {_REACH} ms.

| database | request | count | a second | half within | 95 % | 99 % | longest | server and database |
|---|---|---|---|---|---|---|---|---|
{lines}

{" ".join(sentences)}

Measured {datetime.now(UTC):%Y-%m-%d}."""


if __name__ == "__main__":
    main()
