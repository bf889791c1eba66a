"""Forms of invented units as scanners leave them: pictures, and PDFs of pictures."""

from collections.abc import Iterator
from io import BytesIO
from itertools import cycle
from pathlib import Path

from PIL import Image

from benchmarks.hostile_folder.good import as_pdf
from benchmarks.hostile_folder.subject import Laid, Subject
from jiheng.corpus.generator import sample
from jiheng.corpus.scanning import scanned, sheets
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.layout import LaidOut, lay_out

_LAYOUT = "liupanshui-2023"
"""One page, for which a scanner makes one picture."""

_KINDS = (".jpg", ".png", ".tif", ".pdf")
_DOTS = 200


def scan_files(count: int, seed: int = 1) -> Iterator[Subject]:
    """Yield that many scans, every kind of file in its turn."""
    kinds = cycle(_KINDS)
    for number in range(1, count + 1):
        suffix = next(kinds)
        form = next(iter(sample(1, seed * 100_000 + number, _LAYOUT)))
        laid = lay_out(form, load_layout(_LAYOUT))
        yield Subject(
            name=f"扫描/{number:02}{suffix}",
            lay=_lays(laid, seed * 1000 + number, suffix),
            projects=(form.project.name or "",),
        )


def _lays(laid: LaidOut, seed: int, suffix: str) -> Laid:
    def lay(path: Path) -> None:
        sheet, *_ = sheets(as_pdf(laid))
        shot = scanned(sheet, 1, seed)
        with Image.open(BytesIO(shot.data)) as picture:
            picture.save(path, resolution=_DOTS) if suffix == ".pdf" else picture.save(path)

    return lay
