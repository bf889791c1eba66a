"""``python -m jiheng.pipeline.annotating_apart``: writes notes for PDF files, within limits."""

import os
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from jiheng.formats.apart.child import Program
from jiheng.formats.apart.limits import Limits
from jiheng.formats.apart.serving import serve
from jiheng.formats.apart.told import kept
from jiheng.formats.errors import FormatError
from jiheng.pipeline.naming import called
from jiheng.rulebook.phrases import phrase
from jiheng.writers.annotated.pages import Addition, PageNote, annotate_pages
from jiheng.writers.inplace.errors import Unwritable


class NoteJob(Struct, frozen=True, kw_only=True):
    """Notes for one file.

    Attributes:
        path: where it lies, in the system's own bytes.
        when: the date of the notes.
    """

    path: bytes
    notes: tuple[PageNote, ...]
    when: datetime


class Noted(Struct, frozen=True, kw_only=True):
    """What came of it.

    Attributes:
        addition: what is to be added to the file.
        refused: why nothing is, as ``told`` keeps it; "" where something may be.
    """

    addition: Addition = Addition()
    refused: str = ""


NOTING = Program(
    module="jiheng.pipeline.annotating_apart",
    answer=Noted,
    limits=Limits(memory=2 << 30, cpu_seconds=60, seconds=180.0),
)


def add_notes(job: NoteJob) -> Noted:
    """Return what is to be added to one file: the one place that catches."""
    try:
        content = Path(os.fsdecode(job.path)).read_bytes()
        return Noted(addition=annotate_pages(content, job.notes, job.when))
    except (Unwritable, FormatError) as error:
        return Noted(refused=kept(error.told))
    except MemoryError:
        raise
    except Exception as error:
        # A mistake of ours: it is named.
        fault = called(f"{type(error).__name__}: {error}")
        return Noted(refused=kept(phrase("inplace.fault", fault=fault)))


if __name__ == "__main__":
    serve(add_notes, NoteJob)
