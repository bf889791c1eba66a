"""``python -m jiheng.pipeline.apart.reading``: reads one file after another, within limits.

What comes out is what was read and nothing that was decided: rules are chosen, and answers put in,
by whoever asked.
"""

import os
from pathlib import Path
from time import process_time
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from jiheng.formats.apart.child import Program
from jiheng.formats.apart.limits import Limits
from jiheng.formats.apart.serving import serve
from jiheng.formats.apart.told import kept
from jiheng.model.document import Document, Format, Grid
from jiheng.model.form import Form
from jiheng.pipeline.naming import called
from jiheng.pipeline.recognising import forms_in
from jiheng.pipeline.timing import Timings
from jiheng.readers.errors import UnreadableInput
from jiheng.readers.office import made_ahead
from jiheng.readers.opening import open_document
from jiheng.rulebook.phrases import phrase

Wants: TypeAlias = Literal["forms", "forms and tables", "document"]
"""What to answer: the forms; with the tables that they stood in; or all that was seen."""
_MOST_TABLES = 2 << 20


class Job(Struct, frozen=True, kw_only=True):
    """A file to read.

    Attributes:
        path: where it lies, in the system's own bytes.
        name: what people call it.
        converted: the folder of what was converted ahead of its turn; empty where nothing was.
    """

    path: bytes
    name: str
    wants: Wants = "forms"
    converted: bytes = b""

    @property
    def place(self) -> Path:
        """Where it lies."""
        return Path(os.fsdecode(self.path))

    @property
    def shelf(self) -> Path | None:
        """Where what was converted ahead lies."""
        return Path(os.fsdecode(self.converted)) if self.converted else None


class Reading(Struct, frozen=True, kw_only=True):
    """What came of a file.

    Attributes:
        kind: None where it was not opened.
        refused: why it cannot be read, as ``told`` keeps it; "" where it can.
        tables: the tables as they were seen; "" where they are too large.
        seconds: of the processor.
        stages: seconds by the clock of opening and recognising.
        is_final: another trial would end the same way.
    """

    kind: Format | None = None
    forms: tuple[Form, ...] = ()
    refused: str = ""
    tables: str = ""
    document: Document | None = None
    seconds: float = 0.0
    stages: dict[str, float] = {}
    is_final: bool = True


READING = Program(
    module="jiheng.pipeline.apart.reading",
    answer=Reading,
    limits=Limits(memory=2 << 30, cpu_seconds=300, seconds=900),
)
"""The most is for a scan of many pages; what one page may cost its reader says."""


def job_for(path: Path, name: str, wants: Wants = "forms", converted: Path | None = None) -> Job:
    """Return the job of reading a file."""
    shelf = b"" if converted is None else os.fsencode(converted)
    return Job(path=os.fsencode(path), name=name, wants=wants, converted=shelf)


def read(job: Job) -> Reading:
    """Return what one file holds, or why it cannot be read: the one place that catches."""
    begun = _spent()
    try:
        reading = look_at(job)
    except UnreadableInput as error:
        reading = Reading(refused=kept(error.told))
    except MemoryError:
        raise
    except Exception as error:
        # A mistake of ours in one file: it is named, and the other files go on.
        fault = called(f"{type(error).__name__}: {error}")
        reading = Reading(refused=kept(phrase("read.fault", path=job.name, fault=fault)))
    return replace(reading, seconds=round(_spent() - begun, 4))


def look_at(job: Job) -> Reading:
    """Return what one file holds.

    Raises:
        UnreadableInput: it cannot be read, or holds no form.
    """
    clock = Timings()
    with clock.stage("open"), made_ahead(job.shelf):
        document = open_document(job.place, name=job.name)
    if job.wants == "document":
        return Reading(kind=document.format, document=document)
    with clock.stage("recognise"):
        forms = forms_in(document)
    tables = _tables(document) if job.wants == "forms and tables" else ""
    return Reading(kind=document.format, forms=forms, tables=tables, stages=clock.seconds)


def seen_tables(stored: str) -> tuple[Grid, ...]:
    """Return the tables that a reading kept."""
    return msgspec.json.decode(stored, type=tuple[Grid, ...]) if stored else ()


def _tables(document: Document) -> str:
    encoded = msgspec.json.encode(document.grids)
    return encoded.decode() if len(encoded) <= _MOST_TABLES else ""


def _spent() -> float:
    """Return the processor's seconds of this process and of those that it waited for."""
    times = os.times()
    return process_time() + times.children_user + times.children_system


if __name__ == "__main__":
    serve(read, Job)
