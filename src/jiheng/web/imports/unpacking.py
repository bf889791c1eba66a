"""An archive of an import, taken apart into files of the same import."""

from collections.abc import Iterator

from django.db import transaction

from jiheng.formats.apart.told import kept
from jiheng.formats.archive import Archive, ArchivedFile
from jiheng.formats.errors import FormatError
from jiheng.rulebook.phrases import phrase
from jiheng.web.files.storing import path_of
from jiheng.web.imports.intake import MOST_FILES, BadIntake, Handed, add_files, taken
from jiheng.web.imports.models import BatchFile
from jiheng.web.imports.states import FileState

DEEPEST = 2
"""An archive may lie in an archive; more are a puzzle, not a folder of forms."""


def unpack(file: BatchFile) -> None:
    """Put the files of an archive into its import, all or none of them.

    What was written to the disk before a crash is found again by its content.
    """
    if file.depth >= DEEPEST:
        _refuse(file, FormatError(phrase("archive.nested", most=str(DEEPEST))))
        return
    try:
        handed = _handed(file)
        with transaction.atomic():
            add_files(file.batch, handed, file.depth + 1, f"{file.path}/")
            file.state = FileState.OPENED
            file.save(update_fields=["state"])
    except FormatError as error:
        _refuse(file, error)
    except BadIntake:
        _refuse(file, FormatError(phrase("imports.too-many-files", most=str(MOST_FILES))))


def _handed(file: BatchFile) -> tuple[Handed, ...]:
    if file.stored is None:
        return ()
    with Archive(path_of(file.stored)) as archive:
        return tuple(_one(entry, chunks) for entry, chunks in archive.files())


def _one(entry: ArchivedFile, chunks: Iterator[bytes]) -> Handed:
    if entry.refused is not None:
        return Handed(path=entry.name, refused=entry.refused)
    try:
        return taken(chunks, entry.name)
    except FormatError as error:
        return Handed(path=entry.name, refused=phrase("imports.cause", cause=error.told))


def _refuse(file: BatchFile, error: FormatError) -> None:
    file.state, file.told = FileState.UNREADABLE, kept(error.told)
    file.save(update_fields=["state", "told"])
