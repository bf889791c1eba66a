"""``python -m benchmarks.hostile_folder``: 2,000 mixed files, 40 and more of them hostile, in one run.

Lays the folder, reads it with ``jiheng read --jobs 2``, ends one of its programs from outside on
the way, holds the report against the truth, and writes its section of ``docs/benchmarks.md``. Exit
code 1 where anything is wrong.
"""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.hostile_folder.folder import laid, subjects
from benchmarks.hostile_folder.run import Outcome, read_folder, wrong
from benchmarks.hostile_folder.subject import Subject
from benchmarks.sections import with_section

_TITLE = "A folder with hostile files"
_LOOKS = 200


def main() -> int:
    """Measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile_folder")
    parser.add_argument("-n", "--files", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", action="store_true", help="put the section into the page")
    wish = parser.parse_args()
    with TemporaryDirectory(prefix="jiheng-hostile-") as place:
        all_of_them = subjects(wish.files)
        folder = laid(all_of_them, Path(place) / "files")
        begun = perf_counter()
        outcome = read_folder(folder, Path(place) / "report.json", wish.jobs, _LOOKS)
        faults = tuple(wrong(all_of_them, outcome))
        text = _section(all_of_them, outcome, faults, perf_counter() - begun, wish.jobs)
    print(text)
    for line in faults[:40]:
        print(f"  {line}", file=sys.stderr)
    if wish.write:
        with_section(_TITLE, text)
    return int(bool(faults))


def _section(
    files: tuple[Subject, ...], out: Outcome, faults: tuple[str, ...], seconds: float, jobs: int
) -> str:
    refused = sum(not each.is_good for each in files)
    rows = (
        ("files", f"{len(files):,}"),
        ("to be read", f"{len(files) - refused:,}"),
        ("to be refused, each for its reason", f"{refused}"),
        ("wrong in the report", f"{len(faults)}"),
        ("programs ended from outside on the way", f"{out.killed}"),
        ("most memory of the command", f"{out.parent} MB"),
        ("most memory of a program that reads", f"{out.child} MB"),
        (
            "processor, all programs",
            f"{out.cpu:.0f} s = {out.cpu * 1000 / len(files):.0f} ms a file",
        ),
        ("clock", f"{seconds:.0f} s"),
    )
    table = "\n".join(f"| {name} | {value} |" for name, value in rows)
    return f"""`python -m benchmarks.hostile_folder --write` writes this section: forms of invented units in nine formats, scans and archives, among
them bombs, loops, files cut off, with passwords, with scripts and macros, pipes and rings of links, read by
`jiheng read . --jobs {jobs} --report report.json`. Every form that can be read is looked up by its project, every refusal by its reason.

| | |
|---|---|
{table}

Measured {datetime.now(UTC):%Y-%m-%d} on {os.cpu_count()} cores."""


if __name__ == "__main__":
    sys.exit(main())
