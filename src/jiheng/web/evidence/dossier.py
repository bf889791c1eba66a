"""封存档案: a form with its rules, findings, papers, reviews and history, sealed as one file."""

import os
import shutil
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import BinaryIO, cast

import msgspec
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from msgspec import Struct

from jiheng.formats.errors import FormatError
from jiheng.model.proof import FormProofs
from jiheng.pipeline.naming import called
from jiheng.pipeline.reading import with_pack
from jiheng.pipeline.sealing import Papers, Sealing, seal_form
from jiheng.readers.errors import UnreadableInput
from jiheng.rulebook.messages import SOURCE, say
from jiheng.web import clock
from jiheng.web.chain.order import Refused
from jiheng.web.evidence.doing import require
from jiheng.web.evidence.models import Paper, Seal
from jiheng.web.evidence.permission import decide_sealing
from jiheng.web.evidence.rows import name_of_row, proofs_of
from jiheng.web.files.storing import path_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remembering import judged_here
from jiheng.web.forms.saving import form_of
from jiheng.web.journal.models import Entry
from jiheng.web.journal.writing import note
from jiheng.web.papers.views import NO_NAME, file_name, official_bytes
from jiheng.web.people.models import Person
from jiheng.web.verdicts.papers.views import working_bytes

_KIND = "docx"
_LONGEST = 60


class HistoryEntry(Struct, frozen=True, kw_only=True):
    """An entry of the journal as a dossier holds it.

    Attributes:
        digest: of the entry, by which the platform's journal goes on; ``previous`` of the one
            before it there, which may be about another form.
    """

    at: datetime
    person: str
    action: str
    detail: dict[str, str]
    previous: str
    digest: str


class Sealed(Struct, frozen=True, kw_only=True):
    """A dossier as it is given out; ``content`` is its file, which is gone when it is closed."""

    seal: Seal
    content: BinaryIO


def sealed_form(person: Person, record: FormRecord) -> Sealed:
    """Return the sealed dossier of a form; its seal is kept and stands in the journal.

    Raises:
        Refused: it was not handed in, has no official form or more than a dossier holds, or the
            person may not read all of it.
    """
    require(decide_sealing, person, record)
    with ExitStack() as stack:
        content = stack.enter_context(_new_file())
        with TemporaryDirectory(dir=settings.CONFIG.data, prefix="seal-") as folder:
            try:
                sealing = _written(content, Path(folder), person, record)
            except UnreadableInput as error:
                raise Refused("refused.no-official") from error
            except FormatError as error:
                raise Refused("refused.dossier-large") from error
        seal = _kept(person, record, sealing)
        content.seek(0)
        # From here on it is closed by whoever sends it.
        stack.pop_all()
    return Sealed(seal=seal, content=content)


def _new_file() -> BinaryIO:
    # It is a binary one unless another mode is asked for; the stubs say only that it is some file.
    return cast("BinaryIO", TemporaryFile())


def _written(content: BinaryIO, folder: Path, person: Person, record: FormRecord) -> Sealing:
    form = form_of(record)
    source = folder / file_name(record, _KIND)
    source.write_bytes(official_bytes(record, _KIND))
    history = folder / f"{say('proofs.file-history', SOURCE)}.json"
    history.write_bytes(_json(_history(record)))
    papers = Papers(
        evidence=_evidence(folder, record),
        reviews=_reviews(folder, person, record),
        history=(history,),
    )
    now = timezone.localtime(clock.now())
    return seal_form(content, source, with_pack(form, form.pack), papers, now, person.name)


def _evidence(folder: Path, record: FormRecord) -> tuple[Path, ...]:
    """Lay the papers down, a folder a row, as ``jiheng audit --evidence`` looks for them."""
    form, folders = form_of(record), dict[Path, None]()
    rows = [each.at for each in proofs_of(judged_here(form, record.papers)).rows]
    for paper in Paper.objects.filter(record=record, row__in=rows).select_related("file"):
        name = f"{rows.index(paper.row):02d} {_fit(name_of_row(form, paper.row, SOURCE))}"
        home = folder / "evidence" / name
        home.mkdir(parents=True, exist_ok=True)
        place = home / _fit(paper.file.name)
        _laid(path_of(paper.file), home / f"{paper.pk} {place.name}" if place.exists() else place)
        folders[home] = None
    return tuple(folders)


def _reviews(folder: Path, person: Person, record: FormRecord) -> tuple[Path, ...]:
    """The working paper, and how strong the proof is: who found a paper true stands only there."""
    strengths = folder / f"{say('proofs.heading', SOURCE)}.json"
    strengths.write_bytes(_json(proofs_of(judged_here(form_of(record), record.papers))))
    content = working_bytes(person, record, _KIND)
    if content is None:
        return (strengths,)
    path = folder / file_name(record, _KIND, "verdicts.paper.file-working")
    path.write_bytes(content)
    return (strengths, path)


def _history(record: FormRecord) -> tuple[HistoryEntry, ...]:
    return tuple(
        HistoryEntry(
            at=each.at,
            person=each.person_name,
            action=each.action,
            detail=msgspec.json.decode(each.detail, type=dict[str, str]),
            previous=each.previous,
            digest=each.digest,
        )
        for each in Entry.objects.filter(subject=record.number)
    )


@transaction.atomic
def _kept(person: Person, record: FormRecord, sealing: Sealing) -> Seal:
    digests = sealing.seal
    told = {"sha256": digests.sha256, "sm3": digests.sm3, "version": str(record.version)}
    note("seal-dossier", record.number, person, told)
    return Seal.objects.create(
        record=record,
        version=record.version,
        sha256=digests.sha256,
        sm3=digests.sm3,
        parts=sealing.count,
        sealed_by=person,
        sealed_at=clock.now(),
    )


def _fit(name: str) -> str:
    """Return a name that every system takes as one of a file."""
    return called(name).translate(NO_NAME)[-_LONGEST:].strip(" .")


def _json(told: FormProofs | tuple[HistoryEntry, ...]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(told), indent=1)


def _laid(source: Path, target: Path) -> None:
    """Let a file lie in another place, too; it is copied only where it must."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
