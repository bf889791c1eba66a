"""Files handed over, from a browser or from a folder of the server, as an import that waits."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.db import transaction
from msgspec import Struct

from jiheng.formats.apart.told import kept as kept_sentence
from jiheng.formats.archive import is_litter, name_refusal, shown
from jiheng.rulebook.phrases import Phrase, phrase
from jiheng.web import clock
from jiheng.web.access.situations import posts_of
from jiheng.web.chain.steps import Step
from jiheng.web.files.storing import MOST_BYTES, Kept, TooLarge, claim, keep
from jiheng.web.imports.models import Batch, BatchFile
from jiheng.web.imports.states import FileState
from jiheng.web.imports.units import units_within
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person

MOST_FILES = 2_000
STEPS = (Step.SELF_EVALUATION, Step.TARGET_DRAFT, Step.CLOSED)
_STEP_BYTES = 1 << 20


class BadIntake(ValueError):
    """Nothing was taken in; ``why`` is the key of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Handed(Struct, frozen=True, kw_only=True):
    """A file as it was handed over: its name with folders, and its bytes or why they are refused.

    Attributes:
        kept: its bytes on the disk; None where they were refused.
    """

    path: str
    kept: Kept | None = None
    refused: Phrase | None = None


class Wish(Struct, frozen=True, kw_only=True):
    """What is to become of the files.

    Attributes:
        step: where a form begins that the platform does not have yet.
        year: of all of them; None takes each form's own.
    """

    person: Person
    title: str
    step: Step = Step.SELF_EVALUATION
    year: int | None = None


def steps_for(person: Person) -> tuple[Step, ...]:
    """Return the steps at which somebody may import; () for whoever may not at all."""
    posts = posts_of(person)
    return tuple(step for step in STEPS if units_within(posts, step))


def taken(chunks: Iterable[bytes], path: str) -> Handed:
    """Return a file whose bytes are on the disk now, or that was refused."""
    name = path.replace("\\", "/")
    refused = name_refusal(name)
    if refused is not None:
        return Handed(path=shown(name), refused=refused)
    try:
        return Handed(path=name, kept=keep(chunks))
    except TooLarge:
        most = str(MOST_BYTES // 2**20)
        return Handed(path=name, refused=phrase("imports.file-too-large", most=most))


def folder_files(folder: Path) -> Iterator[Handed]:
    """Yield the files of a folder of this machine; links are told, not followed."""
    for root, folders, names in os.walk(folder):
        folders.sort()
        here = Path(root)
        linked = [name for name in folders if (here / name).is_symlink()]
        for name in sorted((*names, *linked)):
            path = here / name
            inside = path.relative_to(folder).as_posix()
            if is_litter(inside):
                continue
            if not stat.S_ISREG(path.lstat().st_mode):
                yield Handed(path=shown(inside), refused=phrase("archive.link"))
            else:
                yield taken(_chunks(path), inside)


def begin_batch(wish: Wish, handed: Iterable[Handed]) -> Batch:
    """Return a new import with these files; reading is for the worker.

    Raises:
        BadIntake: the person may not import at this step, or there is no file, or too many.
    """
    if wish.step not in steps_for(wish.person):
        raise BadIntake("no-step")
    # The bytes are on the disk before any row is in the database.
    files = tuple(handed)
    if not files:
        raise BadIntake("no-files")
    with transaction.atomic():
        batch = Batch.objects.create(
            title=wish.title[:120],
            step=wish.step,
            year=wish.year,
            by=wish.person,
            at=clock.now(),
        )
        add_files(batch, files)
        detail = {"step": wish.step.value, "files": str(len(files)), "title": batch.title}
        note("import", str(batch.pk), wish.person, detail)
    return batch


def add_to(batch: Batch, handed: Iterable[Handed]) -> None:
    """Add files to an import that was begun.

    Raises:
        BadIntake: there is no file, or too many.
    """
    files = tuple(handed)
    if not files:
        raise BadIntake("no-files")
    with transaction.atomic():
        add_files(batch, files)
        note("import-more", str(batch.pk), batch.by, {"files": str(len(files))})


def add_files(batch: Batch, files: tuple[Handed, ...], depth: int = 0, above: str = "") -> None:
    """Add files to an import, those of an archive under its name.

    Raises:
        BadIntake: they are more than an import may have.
    """
    if BatchFile.objects.filter(batch=batch).count() + len(files) > MOST_FILES:
        raise BadIntake("too-many-files")
    for each in files:
        stored = claim(each.kept, each.path, batch.by) if each.kept else None
        BatchFile.objects.create(
            batch=batch,
            stored=stored,
            path=shown(f"{above}{each.path}"),
            size=each.kept.size if each.kept else 0,
            depth=depth,
            state=FileState.UNREADABLE if each.refused else FileState.WAITING,
            told=kept_sentence(each.refused) if each.refused else "",
        )


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from iter(lambda: file.read(_STEP_BYTES), b"")
