"""``python -m jiheng.web.imports.child``: reads files for the worker, within limits of its own.

A line of standard input names a file; a line of standard output holds what was read. The program
knows neither the database nor the worker's secrets: a document that blows up takes only this
process with it. It ends when its input does.
"""

import sys
from pathlib import Path

import msgspec
from msgspec import Struct

from jiheng.model.document import Document, Grid
from jiheng.model.form import Form
from jiheng.pipeline.contents import content_digest
from jiheng.pipeline.memory import settle
from jiheng.pipeline.naming import called
from jiheng.pipeline.reading import forms_of
from jiheng.readers.errors import UnreadableInput
from jiheng.readers.opening import open_document
from jiheng.rulebook.phrases import Phrase, Told, phrase
from jiheng.web.imports.told import kept

CPU_SECONDS = 60
MEMORY = 3 << 30
_MOST_TABLES = 2 << 20


class Job(Struct, frozen=True, kw_only=True):
    """A file to read, and what people call it."""

    path: str
    name: str


class FoundForm(Struct, frozen=True, kw_only=True):
    """A form that was read, with the digest of what it says."""

    form: Form
    digest: str


class Reading(Struct, frozen=True, kw_only=True):
    """What came of a file.

    Attributes:
        refused: why it cannot be read, as ``told`` keeps it; "" where it can.
        tables: the tables as they were seen, where a form has doubts; "" where they are too large.
    """

    kind: str = ""
    forms: tuple[FoundForm, ...] = ()
    refused: str = ""
    tables: str = ""


def main() -> None:
    """Read file after file until there are no more."""
    settle()
    _limit_memory()
    for line in sys.stdin.buffer:
        job = msgspec.json.decode(line, type=Job)
        _limit_time()
        sys.stdout.buffer.write(msgspec.json.encode(read(job)) + b"\n")
        sys.stdout.buffer.flush()


def read(job: Job) -> Reading:
    """Return the forms of one file, or why there are none: the one place that catches."""
    try:
        document = open_document(Path(job.path), name=called(job.name))
        forms = forms_of(document)
    except UnreadableInput as error:
        return Reading(refused=kept(_reason(error.told)))
    except MemoryError:
        return Reading(refused=kept(phrase("imports.too-much")))
    except Exception as error:
        # A mistake of ours in one file: it is named, and the other files go on.
        fault = called(f"{type(error).__name__}: {error}")
        return Reading(refused=kept(phrase("imports.fault", fault=fault)))
    found = tuple(FoundForm(form=each.form, digest=content_digest((each.form,))) for each in forms)
    return Reading(kind=document.format, forms=found, tables=_tables(document))


def _reason(told: Told) -> Told:
    """Return why, without the file's name: it stands beside."""
    match told:
        case Phrase(key="format.refused", values=values):
            return dict(values)["cause"]
        case Phrase(key="read.no-form"):
            return phrase("imports.no-form")
        case _:
            return told


def _tables(document: Document) -> str:
    encoded = msgspec.json.encode(document.grids)
    return encoded.decode() if len(encoded) <= _MOST_TABLES else ""


def seen_tables(stored: str) -> tuple[Grid, ...]:
    """Return the tables that a reading kept."""
    return msgspec.json.decode(stored, type=tuple[Grid, ...]) if stored else ()


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _limit_time() -> None:
    """Give the next file its own share of the processor."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415

        used = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        until = int(used.ru_utime + used.ru_stime) + CPU_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


if __name__ == "__main__":
    main()
