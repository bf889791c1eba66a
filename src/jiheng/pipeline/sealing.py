"""What belongs into a form's dossier: the file, the form, its rules, what was found, and papers."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO
from zipfile import ZipFile

import msgspec
from msgspec import Struct

from jiheng import __version__
from jiheng.audit.engine import audit_form
from jiheng.evidence.dossier.sealing import Piece, sealed
from jiheng.formats.archive import is_litter
from jiheng.model.audit import Audit
from jiheng.model.dossier import Digests, DossierHead, EntryKind
from jiheng.model.form import Form
from jiheng.pipeline.reading import ReadForm
from jiheng.rulebook.loading import lineage_paths, load_pack, pack_path
from jiheng.rulebook.messages import say
from jiheng.scoring.score import score_form

FORM = "form/form.json"
AUDIT = "audit/audit.json"
_RULES = "rules/"
_MEASURED = b'"jiheng.measured/1"'
_BEGINNING = 4_096


class Papers(Struct, frozen=True, kw_only=True):
    """Files and folders that are sealed with a form."""

    evidence: tuple[Path, ...] = ()
    reviews: tuple[Path, ...] = ()
    history: tuple[Path, ...] = ()


class Sealing(Struct, frozen=True, kw_only=True):
    """What was sealed.

    Attributes:
        count: parts, without the chain.
    """

    seal: Digests
    count: int


def seal_form(
    target: BinaryIO,
    source: Path,
    read: ReadForm,
    papers: Papers,
    at: datetime,
    by: str | None = None,
    pack: str | None = None,
) -> Sealing:
    """Write the dossier of a form.

    Args:
        target: where to; it must be possible to go back in it.
        source: the file that the form was read from.
        read: the form and its rules.
        papers: what is sealed with it.
        at: the time, with its offset.
        by: who seals.
        pack: the rule pack as it was asked for; None for the form's own.

    Raises:
        FormatError: a file cannot be read, or there is more than a dossier holds.
        RulebookError: the rules cannot be used.
    """
    pieces = (*_of_form(source, read, pack or read.pack.id), *_of_papers(papers))
    head = DossierHead(
        program=__version__,
        form=read.form.id,
        project=read.form.project.name,
        year=read.form.year,
        pack=read.pack.id,
        sealed_at=at.isoformat(timespec="seconds"),
        sealed_by=by,
        entries=len(pieces),
    )
    return Sealing(seal=sealed(target, head, pieces), count=len(pieces))


def is_judged_the_same(dossier: Path) -> bool:
    """Whether this program judges the form of a whole dossier as was judged when it was sealed.

    Raises:
        RulebookError: the rules in it cannot be used by this program.
        msgspec.MsgspecError: its form or its audit is of another version.
    """
    with ZipFile(dossier) as archive, TemporaryDirectory() as folder:
        form = msgspec.json.decode(archive.read(FORM), type=Form)
        then = msgspec.json.decode(archive.read(AUDIT), type=Audit)
        rules = [name for name in archive.namelist() if name.startswith(_RULES)]
        for name in rules:
            (Path(folder) / Path(name).name).write_bytes(archive.read(name))
        return _audit(form, Path(folder) / Path(rules[0]).name) == then


def _audit(form: Form, rules: Path) -> Audit:
    pack = load_pack(rules)
    return audit_form(score_form(form, pack, say("choice.given", pack=pack.id)))


def _of_form(source: Path, read: ReadForm, pack: str) -> Iterator[Piece]:
    yield Piece(kind="source", path=f"source/{source.name}", content=source)
    yield Piece(kind="form", path=FORM, content=_json(read.form))
    for path in lineage_paths(pack):
        yield Piece(kind="rules", path=f"{_RULES}{path.name}", content=path)
    yield Piece(kind="audit", path=AUDIT, content=_json(_audit(read.form, pack_path(pack))))


def _of_papers(papers: Papers) -> Iterator[Piece]:
    kinds: tuple[tuple[EntryKind, tuple[Path, ...]], ...] = (
        ("evidence", papers.evidence),
        ("review", papers.reviews),
        ("history", papers.history),
    )
    for kind, paths in kinds:
        for path in paths:
            for file, name in _files(path):
                told = "measured" if kind == "evidence" and _is_measured(file) else kind
                yield Piece(kind=told, path=f"{kind}/{name}", content=file)


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    """Yield a file, or those of a folder in order, each with the name it gets."""
    if not path.is_dir():
        yield path, path.name
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            file = Path(folder) / name
            shown = f"{path.resolve().name}/{file.relative_to(path).as_posix()}"
            if not is_litter(shown):
                yield file, shown


def _is_measured(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _MEASURED in file.read(_BEGINNING)
    except OSError:
        return False


def _json(document: Form | Audit) -> bytes:
    return msgspec.json.format(msgspec.json.encode(document), indent=1)
