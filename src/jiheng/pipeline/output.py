"""The files that an audit leaves behind, each written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from jiheng.model.reading_report import ReadingReport
from jiheng.pipeline.naming import FINDINGS, REPORT
from jiheng.pipeline.pictures.shown import shown
from jiheng.pipeline.repair.files import suggestions_for
from jiheng.pipeline.run import RunResult
from jiheng.writers.findings import write_findings
from jiheng.writers.reading_report import write_reading_page, write_reading_sheet
from jiheng.writers.report import ReportEntry, write_report

READING_SUFFIXES = (".xlsx", ".html", ".json")


def json_lines(result: RunResult) -> Iterator[str]:
    """Yield one line an audit, then one for the run."""
    for entry in result.entries:
        yield msgspec.json.encode(entry.audit).decode()
    yield msgspec.json.encode(result.run).decode()


def write_outputs(
    result: RunResult, folder: Path, command: str, generated: datetime, language: str = "zh"
) -> tuple[Path, ...]:
    """Write report and findings into a folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = shown(result)
    entries = tuple(
        ReportEntry(
            form=entry.form,
            audit=entry.audit,
            pack=entry.pack,
            suggestions=suggestions_for(entry, result.waivers, language),
            cuttings=pictures.pieces.get(entry.form.id, {}),
        )
        for entry in result.entries
    )
    report = write_report(
        entries,
        result.run,
        command=command,
        generated=generated,
        language=language,
        left_out=pictures.left_out,
    )
    return (
        write_whole(folder / REPORT, report.encode()),
        write_whole(folder / FINDINGS, write_findings(entries, result.run, language=language)),
    )


def write_reading(report: ReadingReport, path: Path, language: str = "zh") -> None:
    """Write a report as its file's suffix says.

    Raises:
        OSError: it cannot be written.
    """
    data = {
        ".xlsx": lambda: write_reading_sheet(report, language),
        ".html": lambda: write_reading_page(report, language).encode(),
        ".json": lambda: msgspec.json.encode(report) + b"\n",
    }[path.suffix.lower()]()
    write_whole(path, data)


def write_whole(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all, and return its path."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path
