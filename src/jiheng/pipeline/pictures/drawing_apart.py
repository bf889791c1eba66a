"""``python -m jiheng.pipeline.pictures.drawing_apart``: draws what was read, within limits."""

import os
from pathlib import Path

from msgspec import Struct

from jiheng.formats.apart.child import Program
from jiheng.formats.apart.serving import serve
from jiheng.formats.apart.told import kept
from jiheng.formats.errors import FormatError
from jiheng.model.document import PAGED
from jiheng.pipeline.apart.reading import READING
from jiheng.pipeline.naming import called
from jiheng.readers.errors import UnreadableInput
from jiheng.readers.opening import open_document
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import phrase


class DrawJob(Struct, frozen=True, kw_only=True):
    """A file to draw.

    Attributes:
        path: where it lies, in the system's own bytes.
        name: what people call it.
        folder: where the pictures go, in the system's own bytes; it is empty.
        most: so many pages are drawn.
        language: of the legend.
    """

    path: bytes
    name: str
    folder: bytes
    most: int
    language: str


class Drawings(Struct, frozen=True, kw_only=True):
    """What came of it.

    Attributes:
        names: of the pictures in their folder, in the order of the pages.
        refused: why there are none, as ``told`` keeps it; "" where there are.
    """

    names: tuple[str, ...] = ()
    refused: str = ""


DRAWING = Program(
    module="jiheng.pipeline.pictures.drawing_apart", answer=Drawings, limits=READING.limits
)


def draw(job: DrawJob) -> Drawings:
    """Draw the pages of one file: the one place that catches."""
    try:
        return _draw(job)
    except UnreadableInput as error:
        return Drawings(refused=kept(error.told))
    except FormatError as error:
        return Drawings(refused=kept(phrase("format.refused", path=job.name, cause=error.told)))
    except MemoryError:
        raise
    except Exception as error:
        # A mistake of ours: it is named.
        fault = called(f"{type(error).__name__}: {error}")
        return Drawings(refused=kept(phrase("read.fault", path=job.name, fault=fault)))


def _draw(job: DrawJob) -> Drawings:
    # Pictures are this program's alone; whoever asks needs none of what draws them.
    from jiheng.pipeline.pictures.drawing import drawing  # noqa: PLC0415
    from jiheng.readers.page_pictures import page_pictures  # noqa: PLC0415

    path = Path(os.fsdecode(job.path))
    document = open_document(path, name=job.name)
    if document.format not in PAGED:
        raise UnreadableInput(phrase("seen.no-pages", path=job.name))
    names: list[str] = []
    wanted = range(1, job.most + 1)
    for page in page_pictures(path.read_bytes(), document.format, wanted):
        legend = say("seen.legend", job.language, page=str(page.number))
        names.append(f"{page.number}.png")
        Path(os.fsdecode(job.folder), names[-1]).write_bytes(drawing(page, document, legend))
    return Drawings(names=tuple(names))


if __name__ == "__main__":
    serve(draw, DrawJob)
