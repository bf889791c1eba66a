"""Stamped scans: handed in, found by their check code, compared with the form."""

from datetime import datetime

from django.http import FileResponse, HttpRequest
from ninja import File, Form, UploadedFile

from jiheng.web.access.situations import posts_of
from jiheng.web.api.operations.around import (
    FILE,
    KeyIn,
    Number,
    Somebody,
    forbidden,
    seen,
    somebody,
)
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Wire
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.scans.bringing import Handed, bring
from jiheng.web.scans.matching import tidy_code
from jiheng.web.scans.permission import may_bring_any
from jiheng.web.scans.showing import ShownScan, shown_scans
from jiheng.web.scans.views import kept_scan


class PaperCell(Wire, frozen=True, kw_only=True):
    """A cell that the paper shows otherwise than the form does now."""

    path: str
    name: str
    paper: str
    now: str


class PaperNumber(Wire, frozen=True, kw_only=True):
    """A number of the form that the scan's text has less often, and the cells in which it is."""

    number: str
    cells: tuple[str, ...]


class ScanFound(Wire, frozen=True, kw_only=True):
    """A scan of a form.

    Attributes:
        version: of the form, as it is on the paper.
        pages: of the file, on which the form is.
        differing: cells that changed since it was printed.
        lacking: numbers that its text layer lacks; ``surplus`` only its text layer has.
    """

    key: int
    file: str
    code: str
    version: int
    pages: str
    has_text: bool
    by: Somebody
    at: datetime
    differing: tuple[PaperCell, ...]
    lacking: tuple[PaperNumber, ...]
    surplus: tuple[str, ...]


class Scans(Wire, frozen=True, kw_only=True):
    """The scans of a form, the latest first."""

    items: tuple[ScanFound, ...]


class ScanBrought(Wire, frozen=True, kw_only=True):
    """What became of a file.

    Attributes:
        numbers: of the forms that were found in it.
        unknown: check codes of no form whose scans the caller may bring.
        refused: why it was not kept, as the key of a sentence.
    """

    file: str
    numbers: tuple[str, ...]
    unknown: tuple[str, ...]
    refused: str


def bring_scan(request: HttpRequest, file: File[UploadedFile], code: Form[str] = "") -> ScanBrought:
    """Hand in the scan of a stamped form."""
    person = visitor(request)
    if not may_bring_any(posts_of(person)):
        raise forbidden()
    handed = Handed(
        name=file.name or "", size=file.size or 0, chunks=file.chunks(), code=tidy_code(code)
    )
    brought = bring(person, handed)
    return ScanBrought(
        file=brought.name,
        numbers=tuple(each.record.number for each in brought.scans),
        unknown=brought.unknown,
        refused=f"scans.{brought.refused}" if brought.refused else "",
    )


def form_scans(request: HttpRequest, number: Number) -> Scans:
    """Return the scans of a form, with what differs."""
    found = shown_scans(seen(request, number), language_of(request))
    return Scans(items=tuple(_scan(each) for each in found))


def scan_file(request: HttpRequest, key: KeyIn) -> FileResponse:
    """Return a kept scan to whoever sees its form."""
    return kept_scan(visitor(request), key)


def _scan(found: ShownScan) -> ScanFound:
    scan = found.scan
    return ScanFound(
        key=scan.pk,
        file=scan.file.name,
        code=scan.code,
        version=scan.version.number,
        pages=scan.pages,
        has_text=scan.has_text,
        by=somebody(scan.brought_by),
        at=scan.brought_at,
        differing=tuple(
            PaperCell(path=each.path, name=each.name, paper=each.paper, now=each.now)
            for each in found.differing
        ),
        lacking=tuple(PaperNumber(number=each.number, cells=each.cells) for each in found.lacking),
        surplus=found.surplus,
    )


OPERATIONS = (
    Operation(name="bring-scan", method="POST", path="/scans", view=bring_scan, answer=ScanBrought),
    Operation(
        name="form-scans",
        method="GET",
        path="/forms/{number}/scans",
        view=form_scans,
        answer=Scans,
    ),
    Operation(name="scan-file", method="GET", path="/scans/{key}", view=scan_file, media=(FILE,)),
)
