"""``python -m jiheng.pipeline.pictures.cutting_apart``: cuts cells out of pages, within limits."""

import hashlib
import os
from pathlib import Path

from msgspec import Struct

from jiheng.formats.apart.child import Program
from jiheng.formats.apart.serving import serve
from jiheng.pipeline.apart.reading import READING
from jiheng.writers.report.cutting import Cutting


class Spot(Struct, frozen=True, kw_only=True, gc=False):
    """Where a cell stands: its page, from 1, and its box there."""

    page: int
    box: tuple[float, float, float, float]


class CutJob(Struct, frozen=True, kw_only=True):
    """Cells to cut out of one file.

    Attributes:
        path: where it lies, in the system's own bytes.
        sha256: of the file that was read; of another one nothing is shown.
    """

    path: bytes
    sha256: str
    kind: str
    spots: tuple[Spot, ...]


class Cuttings(Struct, frozen=True, kw_only=True):
    """What was cut out: a piece for each spot, in their order; () where nothing could be."""

    pieces: tuple[Cutting | None, ...] = ()


CUTTING = Program(
    module="jiheng.pipeline.pictures.cutting_apart", answer=Cuttings, limits=READING.limits
)


def cut_out(job: CutJob) -> Cuttings:
    """Return the pieces of one file: the one place that catches."""
    try:
        return _cut_out(job)
    except MemoryError:
        raise
    except Exception:
        # The file was read once; where it cannot be shown, the report says so.
        return Cuttings()


def _cut_out(job: CutJob) -> Cuttings:
    # Pictures are this program's alone; whoever asks needs none of what draws them.
    from jiheng.pipeline.pictures.cutting import cut  # noqa: PLC0415
    from jiheng.readers.page_pictures import page_pictures  # noqa: PLC0415

    content = Path(os.fsdecode(job.path)).read_bytes()
    if hashlib.sha256(content).hexdigest() != job.sha256:
        return Cuttings()
    pieces: dict[Spot, Cutting] = {}
    for page in page_pictures(content, job.kind, {spot.page for spot in job.spots}):
        for spot in job.spots:
            if spot.page == page.number:
                pieces[spot] = cut(page, spot.box)
    return Cuttings(pieces=tuple(map(pieces.get, job.spots)))


if __name__ == "__main__":
    serve(cut_out, CutJob)
