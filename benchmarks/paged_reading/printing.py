"""Made-up forms printed as PDF by several programs."""

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from playwright.sync_api import sync_playwright

from benchmarks.paged_reading.lengthened import lengthened
from jiheng.corpus.generator import sample
from jiheng.corpus.piece import Piece, laid_out
from jiheng.readers.office import office_program
from jiheng.rulebook.layouts import all_layouts
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.layout import LaidOut
from jiheng.writers.pdf import write_pdf
from jiheng.writers.xlsx import write_xlsx

PRODUCERS = {
    "own": "jiheng write --to pdf",
    "docx": "LibreOffice from our docx",
    "xlsx": "LibreOffice from our xlsx",
    "html": "Chromium from our html",
}
"""Who prints, and of what."""

_CHROMIUM = "/usr/bin/chromium"
_OFFICE_SECONDS = 480
_START_AGAIN = 81
"""What LibreOffice ends with when it has made a new profile."""


class Subject(Struct, frozen=True, kw_only=True):
    """A form to be printed: how it is laid out, and its truth."""

    number: int
    layout: str
    piece: Piece


def subjects(count: int, seed: int, times: int = 1) -> Iterator[Subject]:
    """Yield so many forms, over all layouts in turn, with so many times the usual rows."""
    layouts = all_layouts()
    for number in range(count):
        layout = layouts[number % len(layouts)]
        form, *others = sample(max(times, 1), seed * 1_000_003 + number, layout.id)
        piece = laid_out(lengthened(form, others, times), layout)
        yield Subject(number=number, layout=layout.id, piece=piece)


def printed(laid: Sequence[LaidOut], producer: str) -> list[bytes]:
    """Return each form as the PDF of that producer (one of ``PRODUCERS``).

    Raises:
        RuntimeError: the program is not there, or did not print one.
    """
    if producer == "own":
        return [write_pdf((each,)) for each in laid]
    if producer == "html":
        return _by_chromium([write_html(each) for each in laid])
    write = {"docx": write_docx, "xlsx": write_xlsx}[producer]
    return converted([write(each) for each in laid], producer, "pdf")


def _by_chromium(pages: list[bytes]) -> list[bytes]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        window = browser.new_page()
        made: list[bytes] = []
        for page in pages:
            window.set_content(page.decode())
            made.append(window.pdf(prefer_css_page_size=True))
        browser.close()
    return made


def converted(files: list[bytes], suffix: str, target: str) -> list[bytes]:
    """Return files as LibreOffice saves or prints them; one start converts them all.

    Raises:
        RuntimeError: LibreOffice is not there, or did not convert one.
    """
    program = office_program()
    if program is None:
        raise RuntimeError("LibreOffice is not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{number}.{suffix}" for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        words = [program, profile, "--headless", "--convert-to", target, "--outdir", folder, *paths]
        while _run(words) == _START_AGAIN:
            pass
        made = [path.with_suffix(f".{target}") for path in paths]
        missing = [path.name for path in made if not path.exists()]
        if missing:
            raise RuntimeError(f"LibreOffice did not make {missing}")
        return [path.read_bytes() for path in made]


def _run(words: Sequence[str | Path]) -> int:
    return subprocess.run(
        words, timeout=_OFFICE_SECONDS, capture_output=True, check=False
    ).returncode
