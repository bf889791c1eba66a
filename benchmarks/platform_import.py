"""``python -m benchmarks.platform_import``: 600 mixed files imported on SQLite, and what came of them.

Makes the files, begins an import in the name of the finance bureau, lets a worker do it, holds the
report against the truth, and prints how long the worker took. Exit code 1 where the report is
wrong or the time is over.
"""

import argparse
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import openpyxl

from benchmarks.import_files import Made, UnitName, made_files
from jiheng.corpus.sectors import SECTORS, load_sector

FILES = 600
SECONDS = 180
UNITS = 5
PLACE = "云溪市"
IMPORTER = "caizheng"


def units() -> tuple[UnitName, ...]:
    """Return the units of the invented city, five a department."""
    found = [(load_sector(name), name) for name in SECTORS]
    return tuple(
        UnitName(unit=f"{PLACE}{unit}", department=f"{PLACE}{sector.bureau}")
        for sector, _ in found
        for unit in sector.units[:UNITS]
    )


def roster(homes: tuple[UnitName, ...]) -> str:
    """Return the city as ``jiheng serve --people`` takes it."""
    departments = dict.fromkeys(home.department for home in homes)
    lines = ["organisations:", f"  - {{name: {PLACE}, kind: city}}"]
    lines += [f"  - {{name: {name}, kind: department, above: {PLACE}}}" for name in departments]
    lines += [f"  - {{name: {home.unit}, kind: unit, above: {home.department}}}" for home in homes]
    lines += [
        "people:",
        f"  - {{username: {IMPORTER}, name: 财正, posts: [{{role: performance-office, at: {PLACE}}}]}}",
    ]
    return "\n".join(lines)


def main() -> int:
    """Measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.platform_import")
    parser.add_argument("-n", "--files", type=int, default=FILES)
    count: int = parser.parse_args().files
    with TemporaryDirectory(prefix="jiheng-import-") as folder:
        root = Path(folder)
        made = made_files(count, units())
        _write(made, root / "files")
        _prepare(root / "data")
        _call("import", str(root / "files"), "--by", IMPORTER, "--data", str(root / "data"))
        begun = perf_counter()
        _call("worker", "--once", "--data", str(root / "data"))
        seconds = perf_counter() - begun
        wrong = _wrong(made, _report(root / "data"))
    print(
        f"{count} files: {seconds:.1f} s of the worker, limit {SECONDS} s, {os.cpu_count()} cores"
    )
    print(f"wrong in the report: {len(wrong)}")
    for line in wrong[:20]:
        print(f"  {line}")
    return int(bool(wrong) or seconds > SECONDS)


def _write(made: tuple[Made, ...], folder: Path) -> None:
    for each in made:
        path = folder / each.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(each.data)


def _prepare(data: Path) -> None:
    """Make a data folder with the city in it."""
    data.mkdir()
    os.environ |= {"JIHENG_DATA": str(data), "JIHENG_SECRET_KEY": "only-for-the-benchmark"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "jiheng.web.settings"
    import django  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)
    from jiheng.web.people.loading import load_people  # noqa: PLC0415

    load_people(roster(units()).encode())


def _call(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "jiheng.web", *words], check=True)


def _report(data: Path) -> list[tuple[object, ...]]:
    """Return the rows of the report that the importer can download."""
    del data
    from jiheng.web.imports.models import Batch  # noqa: PLC0415
    from jiheng.web.imports.report import report_of  # noqa: PLC0415

    book = openpyxl.load_workbook(BytesIO(report_of(Batch.objects.get(), "zh")))
    return [tuple(row) for row in book.active.iter_rows(min_row=2, values_only=True)]


_WORDS = {"已导入": "imported", "待确认": "in-doubt", "未能读取": "unreadable", "跳过": "skipped"}


def _wrong(made: tuple[Made, ...], rows: list[tuple[object, ...]]) -> list[str]:
    """Return where report and truth differ."""
    by_file = {str(row[0]): row for row in rows}
    wrong = [f"{len(rows)} rows for {len(made)} files"] if len(rows) != len(made) else []
    for each in made:
        row = by_file.get(each.name)
        if row is None:
            wrong.append(f"{each.name}: no row")
            continue
        state = _WORDS[str(row[5])]
        if state != each.state:
            wrong.append(f"{each.name}: {state}, not {each.state} ({row[7]})")
        elif state == "imported" and (row[3], row[4]) != (each.projects[0], each.unit):
            wrong.append(f"{each.name}: {row[3]}, {row[4]}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
