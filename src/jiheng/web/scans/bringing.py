"""A scan that is handed in: looked at, matched, kept, and told in the journal."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.db import transaction
from msgspec import Struct

from jiheng.web import clock
from jiheng.web.files.models import StoredFile
from jiheng.web.files.storing import store
from jiheng.web.forms.saving import locked_record
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person
from jiheng.web.scans.matching import Match, Paper, matches, papers_in
from jiheng.web.scans.models import Scan
from jiheng.web.scans.numbers import NumbersApart, encoded, numbers_apart
from jiheng.web.scans.reading import look_at_apart
from jiheng.web.scans.seen import MOST_BYTES


class Handed(Struct, frozen=True, kw_only=True):
    """A file as it comes.

    Attributes:
        code: check code that somebody typed; "" where the paper has its symbol.
    """

    name: str
    size: int
    chunks: Iterable[bytes]
    code: str = ""


class Brought(Struct, frozen=True, kw_only=True):
    """What became of a file.

    Attributes:
        scans: the forms that were found in it.
        unknown: codes of no form whose scans this person may bring.
        refused: key of the sentence why nothing was kept; "" where something was.
    """

    name: str
    scans: tuple[Scan, ...] = ()
    unknown: tuple[str, ...] = ()
    refused: str = ""


def bring(person: Person, handed: Handed) -> Brought:
    """Keep a scan with the forms that it shows; a file that shows none is not kept."""
    if handed.size > MOST_BYTES:
        return Brought(name=handed.name, refused="refused.large")
    with NamedTemporaryFile(prefix="jiheng-scan-") as copy:
        for chunk in handed.chunks:
            copy.write(chunk)
        copy.flush()
        seen = look_at_apart(Path(copy.name))
        if seen.refused:
            return Brought(name=handed.name, refused=seen.refused)
        papers = papers_in(seen, handed.code)
        if not papers:
            return Brought(name=handed.name, refused="refused.no-code")
        found = matches(person, (each.code for each in papers))
        unknown = tuple(each.code for each in papers if each.code not in found)
        if not found:
            return Brought(name=handed.name, unknown=unknown, refused="refused.unknown")
        copy.seek(0)
        file = store(iter(lambda: copy.read(1 << 20), b""), handed.name, person)
    scans = tuple(
        _kept(person, file, paper, found[paper.code]) for paper in papers if paper.code in found
    )
    return Brought(name=handed.name, scans=scans, unknown=unknown)


@transaction.atomic
def _kept(person: Person, file: StoredFile, paper: Paper, match: Match) -> Scan:
    record = locked_record(match.record.pk)
    known = Scan.objects.filter(version=match.version, file__sha256=file.sha256).first()
    if known is not None:
        return known
    apart = numbers_apart(match.form, paper.text) if paper.text else NumbersApart()
    pages = ", ".join(map(str, paper.pages))
    scan = Scan.objects.create(
        record=record,
        version=match.version,
        code=paper.code,
        file=file,
        pages=pages,
        has_text=bool(paper.text),
        numbers=encoded(apart),
        brought_by=person,
        brought_at=clock.now(),
    )
    told = {"code": paper.code, "version": str(match.version.number), "sha256": file.sha256}
    note("scan", record.number, person, {**told, "pages": pages})
    return scan
