"""One file opened where it is safe: in this process, or in a program of its own."""

from pathlib import Path

from jiheng.formats import limits
from jiheng.formats.apart.told import told_of
from jiheng.formats.errors import FormatError
from jiheng.formats.kinds import Kind, kind_of
from jiheng.formats.package import Package
from jiheng.model.document import Document
from jiheng.pipeline.apart.readers import read_apart
from jiheng.pipeline.apart.reading import Job, Reading, job_for, look_at
from jiheng.readers.errors import UnreadableInput
from jiheng.rulebook.phrases import phrase

_AT_HOME: frozenset[Kind] = frozenset({"html", "mhtml", "text", "xls"})
"""Besides Word's and Excel's packages: what our own capped readers read in milliseconds. For every
other kind there is code that is not ours, in C, or another program."""


def opened(path: Path, name: str) -> Document:
    """Return what one file holds.

    Raises:
        UnreadableInput: it cannot be read.
    """
    document = read_once(job_for(path, name, "document")).document
    if document is None:
        raise UnreadableInput(phrase("format.refused", path=name, cause=phrase("apart.killed")))
    return document


def read_once(job: Job) -> Reading:
    """Return what was read from one file.

    Raises:
        UnreadableInput: it cannot be read, or holds no form.
    """
    if is_for_home(job.place):
        return look_at(job)
    reading = read_apart(job)
    if reading.refused:
        raise UnreadableInput(told_of(reading.refused))
    return reading


def is_for_home(path: Path) -> bool:
    """Whether a file is of a kind that this process reads itself; so is one that it refuses."""
    try:
        if path.stat().st_size > limits.MAX_FILE_BYTES:
            return True
        content = path.read_bytes()
        kind = kind_of(content)
        return kind in _AT_HOME or (kind == "zip" and not _is_ofd(content))
    except (OSError, FormatError):
        return True


def _is_ofd(content: bytes) -> bool:
    with Package(content) as package:
        return package.has("OFD.xml")
