"""``make bench``: reading, scoring and auditing against peers; writes docs/benchmarks.md."""

import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from benchmarks import peers
from benchmarks.sections import with_first
from benchmarks.stopwatch import compare
from benchmarks.subjects import FORMATS, laid_out, largest_form, others
from jiheng.audit.catalogue import FORM_CHECKS
from jiheng.audit.engine import audit_form
from jiheng.model.form import Form
from jiheng.pipeline.reading import with_pack
from jiheng.readers.opening import open_document
from jiheng.readers.pdf import read_pdf
from jiheng.readers.recognise import recognise
from jiheng.rulebook.choosing import choose_pack
from jiheng.rulebook.layouts import load_layout
from jiheng.scoring.score import score_form
from jiheng.writers.docx import write_docx
from jiheng.writers.official import official
from jiheng.writers.pdf import write_pdf
from jiheng.writers.xlsx import write_xlsx

ROUNDS = 120
SLOW_ROUNDS = 15
"""A peer that writes, or reads PDF, takes a third of a second a time."""
STARTS = 9

Row = tuple[str, str, str, str, str]


def read(data: bytes) -> tuple[Form, ...]:
    """Return the forms in a file's bytes: the whole of reading."""
    return recognise(open_document(Path("form"), data))


def reading(form: Form) -> list[Row]:
    """Measure file → form against the peers' grid alone."""
    files = {name: write(laid_out(form)) for name, write in FORMATS.items()}
    rows: list[Row] = []
    found = compare(
        ROUNDS, ours=lambda: read(files["docx"]), peer=lambda: peers.docx_grid(files["docx"])
    )
    rows.append(_row("docx → form", found, "≤ 6 ms", "python-docx, grid alone", 4))
    found = compare(
        ROUNDS, ours=lambda: read(files["xlsx"]), peer=lambda: peers.xlsx_grid(files["xlsx"])
    )
    rows.append(_row("xlsx → form", found, "≤ 3 ms", "openpyxl, grid alone", 8))
    found = compare(
        ROUNDS, ours=lambda: read(files["xls"]), peer=lambda: peers.xls_grid(files["xls"])
    )
    rows.append(_row("xls → form", found, "≤ 3 ms", "xlrd, grid alone", None))
    found = compare(ROUNDS, ours=lambda: read(files["html"]))
    rows.append(("html → form", f"{found['ours']:.2f} ms", "≤ 3 ms", "", ""))
    found = compare(
        SLOW_ROUNDS,
        form=lambda: read(files["pdf"]),
        ours=lambda: read_pdf(files["pdf"]),
        peer=lambda: peers.pdf_grid(files["pdf"]),
        ofd=lambda: read(files["ofd"]),
    )
    rows.append(("pdf → form", f"{found['form']:.2f} ms", "≤ 20 ms", "", ""))
    rows.append(_row("pdf → grid", found, "", "pdfplumber, the same", 6))
    rows.append(("ofd → form", f"{found['ofd']:.2f} ms", "≤ 20 ms", "", ""))
    return rows


def _row(what: str, found: dict[str, float], reach: str, peer: str, times: int | None) -> Row:
    """Return a line of the table; where no ratio is to be reached, none is shown."""
    shown = f"{found['peer']:.1f} ms"
    if times is not None:
        shown += f" = {found['peer'] / found['ours']:.1f}× (≥ {times}×)"
    return what, f"{found['ours']:.2f} ms", reach, peer, shown


def printing(form: Form) -> list[Row]:
    """Measure form → files: Word and Excel against the usual libraries, PDF against LibreOffice.

    Excel has its live formulas, which the peer does not write; PDF is another form each time.
    """
    read, layout = with_pack(form), load_layout(form.layout or "national-2020")
    plain = laid_out(form)
    found = compare(
        SLOW_ROUNDS,
        ours=lambda: write_docx(official(form, layout)),
        peer=lambda: peers.docx_written(plain.grid, plain.rows, plain.columns),
    )
    rows = [_row("form → docx", found, "≤ 10 ms", "python-docx, grid alone", 10)]
    found = compare(
        SLOW_ROUNDS,
        ours=lambda: write_xlsx(official(form, layout, read.pack)),
        peer=lambda: peers.xlsx_written(plain.grid),
    )
    rows.append(_row("form → xlsx", found, "≤ 10 ms", "openpyxl, grid alone", 1))
    return [*rows, _pdf(form)]


def _pdf(form: Form) -> Row:
    tables = others(form)
    found = compare(ROUNDS, ours=lambda: write_pdf((next(tables),)))
    seconds = peers.libreoffice_pdf(FORMATS["docx"](laid_out(form)))
    peer = "" if seconds is None else "LibreOffice, from docx"
    shown = "" if seconds is None else f"{seconds:.1f} s = {seconds * 1000 / found['ours']:.0f}×"
    return "form → pdf", f"{found['ours']:.1f} ms", "≤ 40 ms", peer, shown


def judging(form: Form) -> list[Row]:
    """Measure scoring and all checks on a form that was read already."""
    pack = choose_pack(form).pack
    scored = score_form(form, pack)
    found = compare(ROUNDS, score=lambda: score_form(form, pack), audit=lambda: audit_form(scored))
    seconds = peers.libreoffice_recalculation(FORMATS["xlsx"](laid_out(form)))
    peer = "" if seconds is None else "LibreOffice recalculation"
    shown = "" if seconds is None else f"{seconds:.1f} s = {seconds * 1000 / found['score']:,.0f}×"
    return [
        ("score one form", f"{found['score']:.3f} ms", "≤ 0.3 ms", peer, shown),
        (f"all {len(FORM_CHECKS)} checks", f"{found['audit']:.2f} ms", "≤ 5 ms", "", ""),
    ]


def starting() -> list[Row]:
    """Measure how long the command takes to answer, against Python alone."""
    command = str(Path(sys.executable).with_name("jiheng"))
    times: dict[str, list[float]] = {"ours": [], "python": []}
    for _ in range(STARTS):
        for name, words in (
            ("ours", [command, "--help"]),
            ("python", [sys.executable, "-c", "pass"]),
        ):
            started = perf_counter()
            subprocess.run(words, check=True, capture_output=True)
            times[name].append(perf_counter() - started)
    ours, python = min(times["ours"]), min(times["python"])
    shown = f"{python:.3f} s"
    return [("jiheng --help", f"{ours:.3f} s", "≤ 0.25 s", "python -c pass", shown)]


def page(rows: list[Row], form: Form) -> str:
    """Return the page with the table and how to repeat it."""
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    versions = ", ".join(
        f"{name} {version(name)}"
        for name in ("python-docx", "openpyxl", "xlrd", "pdfplumber", "lxml")
    )
    return f"""# Benchmarks

`make bench` makes this page. Best of {ROUNDS} rounds, in CPU time (wall time for whole commands); each piece of work
and its peer take turns in one run, so that a busy machine slows both; the garbage collector stands still meanwhile. The subject is an official form from
`examples/` ({len(form.indicators)} indicators, {len(laid_out(form).grid.cells)} cells), written in each format by our writers. Reading is the whole way
from the file's bytes to the form; the peers only build the grid of cells. A PDF is made of another form each time, since the typesetter
keeps what it has set once.

| work | measured | to reach | peer | peer measured |
|---|---|---|---|---|
{table}

Measured {datetime.now(UTC):%Y-%m-%d} on {os.cpu_count()} cores, Python {platform.python_version()}, {versions}.
"""


def main() -> None:
    """Measure everything, print the table and write the page."""
    form = largest_form()
    rows = [*reading(form), *printing(form), *judging(form), *starting()]
    text = page(rows, form)
    with_first(text)
    print(text)


if __name__ == "__main__":
    main()
