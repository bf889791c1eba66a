"""Forms → files with pictures of their pages, and what they truly show."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from PIL import Image

from jiheng.corpus.piece import laid_out
from jiheng.corpus.scanning.phone import photographed
from jiheng.corpus.scanning.placement import Quad
from jiheng.corpus.scanning.scanner import scanned
from jiheng.corpus.scanning.sheet import Sheet, sheets
from jiheng.corpus.scanning.shot import Ends, SeenCell, SeenLine, Shot
from jiheng.model.form import Form, Source
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.pdf import write_pdf

Device = Literal["scan", "photo"]

_DEVICES: dict[Device, Callable[[Sheet, int, int], Shot]] = {
    "scan": scanned,
    "photo": photographed,
}

_PAGES = 100
"""More than a form has; so no two pictures have one seed."""


class SeenPage(Struct, frozen=True, kw_only=True):
    """What one page of a file shows; all places are pixels of it."""

    file: str
    page: int
    cells: tuple[SeenCell, ...]
    rulings: tuple[Ends, ...]
    outside: tuple[SeenLine, ...]
    stamps: tuple[Quad, ...]


class PicturedForm(Struct, frozen=True, kw_only=True):
    """A file with pictures of a form's pages, the form as printed, and what each page shows."""

    name: str
    data: bytes
    form: Form
    pages: tuple[SeenPage, ...]


def pictured(
    forms: Iterable[Form], device: Device, degree: int, seed: int
) -> Iterator[PicturedForm]:
    """Yield a file for each form: a picture, or a TIFF of several where it has more pages.

    Args:
        forms: made-up ones, each with its layout.
        device: what takes the pictures.
        degree: of the damage, 1 to 3.
        seed: of the damage; the same arguments give the same files.
    """
    for number, form in enumerate(forms, 1):
        piece = laid_out(form, load_layout(form.layout or ""))
        shots = [
            _DEVICES[device](sheet, degree, (seed * len(_DEVICES) + number) * _PAGES + page)
            for page, sheet in enumerate(sheets(write_pdf((piece.laid,))), 1)
        ]
        data, suffix = _file(shots)
        name = f"{number:04d}-{form.layout}-{device}{degree}{suffix}"
        yield PicturedForm(
            name=name,
            data=data,
            form=_truth(piece.form or form, name, data),
            pages=tuple(_seen(shot, name, page) for page, shot in enumerate(shots, 1)),
        )


def _file(shots: list[Shot]) -> tuple[bytes, str]:
    if len(shots) == 1:
        return shots[0].data, shots[0].suffix
    first, *rest = (Image.open(BytesIO(shot.data)).convert("RGB") for shot in shots)
    target = BytesIO()
    first.save(target, "TIFF", save_all=True, append_images=rest, compression="tiff_deflate")
    return target.getvalue(), ".tif"


def _truth(form: Form, name: str, data: bytes) -> Form:
    digest = sha256(data).hexdigest()
    source = Source(path=name, format="image", part="", index=1, sha256=digest)
    return replace(form, id=f"{digest[:12]}-1", source=source, doubts=())


def _seen(shot: Shot, name: str, page: int) -> SeenPage:
    return SeenPage(
        file=name,
        page=page,
        cells=shot.cells,
        rulings=shot.rulings,
        outside=shot.outside,
        stamps=shot.stamps,
    )
