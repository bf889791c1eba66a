"""Restores a backup: into an empty place, or in place of what is there."""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Model, QuerySet

from jiheng.rulebook.phrases import phrase
from jiheng.web.files.storing import FOLDER
from jiheng.web.journal.writing import first_break, note
from jiheng.web.upkeep.archive import FILES, ROWS, Archive, Manifest, opened
from jiheng.web.upkeep.places import data_folder, taking_its_place
from jiheng.web.upkeep.rows import count_on, load
from jiheng.web.upkeep.schema import applied, migrate, migrate_to, models_at, refuse_newer
from jiheng.web.upkeep.trouble import BrokenJournal, DamagedArchive, NotEmpty


def restore(source: Path, *, put_aside: Callable[[], object] | None = None) -> Manifest:
    """Return what was restored.

    Args:
        source: the backup.
        put_aside: what saves the old state before it is replaced; without it, a place that holds
            anything is refused.

    Raises:
        Trouble: it was refused or is damaged; the old state stands.
    """
    with opened(source) as archive:
        refuse_newer(archive.manifest.migrations)
        if not is_empty():
            if put_aside is None:
                raise NotEmpty(phrase("upkeep.not-empty", place=str(data_folder())))
            put_aside()
        _put_files(archive)
        with taking_its_place():
            _put_rows(archive)
            migrate()
            broken = first_break()
            if broken is not None:
                raise BrokenJournal(phrase("upkeep.broken-journal", entry=str(broken)))
            note("restore", archive.manifest.taken_at, None)
        return archive.manifest


def is_empty() -> bool:
    """Whether the database holds nothing that a backup would keep."""
    return not any(QuerySet(each).exists() for each in models_at(applied()))


def _put_rows(archive: Archive) -> None:
    migrations = archive.manifest.migrations
    migrate_to(migrations)
    models = models_at(applied())
    _refuse_other_tables(archive, models)
    with transaction.atomic():
        # References are looked at when all is in, so the order does not matter; PostgreSQL has to
        # be told again after it made the tables in this same transaction.
        connection.check_constraints()
        for model in models:
            load(model, archive.lines(f"{ROWS}{model._meta.label_lower}.jsonl"))
        count_on(models)
        connection.check_constraints()


def _refuse_other_tables(archive: Archive, models: tuple[type[Model], ...]) -> None:
    told = {each.name for each in archive.manifest.members if each.name.startswith(ROWS)}
    strange = told ^ {f"{ROWS}{each._meta.label_lower}.jsonl" for each in models}
    if strange:
        raise DamagedArchive(phrase("upkeep.other-table", member=min(strange)))


def _put_files(archive: Archive) -> None:
    """Put stored files where they belong; they have the name of their content, so none is lost."""
    folder = data_folder() / FOLDER
    for member in archive.manifest.members:
        digest = member.name.removeprefix(FILES)
        if member.name.startswith(FILES) and not _is_there(folder / digest[:2] / digest):
            _write(folder / digest[:2] / digest, archive, member.name)


def _is_there(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        sums = sha256()
        for chunk in iter(lambda: file.read(2**20), b""):
            sums.update(chunk)
    return sums.hexdigest() == path.name


def _write(path: Path, archive: Archive, name: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.parent.parent / f"in-{path.name}"
    with unfinished.open("wb") as file:
        for chunk in archive.chunks(name):
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
