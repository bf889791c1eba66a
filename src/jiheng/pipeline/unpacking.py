"""The files of an archive, each unpacked when its turn comes."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

from jiheng.formats.archive import Archive, ArchivedFile, is_archive
from jiheng.formats.errors import FormatError
from jiheng.model.audit import Refusal
from jiheng.pipeline.naming import called
from jiheng.pipeline.taking import DOCUMENTS, Found, is_taken
from jiheng.rulebook.messages import worded
from jiheng.rulebook.phrases import Told, phrase

DEEPEST = 2
"""An archive may lie in an archive; more are a puzzle, not a folder of forms."""


class Unpacking:
    """Opens archives.

    Attributes:
        grown: how many files there are more than archives.
        skipped: the names of files in archives that are of no kind to be read.
    """

    def __init__(self, folder: Callable[[], Path], language: str) -> None:
        """Lay what was in archives into a folder, which whoever asks removes at the end."""
        self.grown = 0
        self.skipped: list[str] = []
        self._folder = folder
        self._language = language
        self._numbers = count()

    def files(self, archive: Found, depth: int = 1) -> Iterator[Found | Refusal]:
        """Yield the files of an archive, or why there are none."""
        if depth > DEEPEST:
            yield self._refused(archive.name, phrase("archive.nested", most=str(DEEPEST)))
            return
        try:
            with ExitStack() as stack:
                entries = list(stack.enter_context(Archive(archive.path)).files())
                self.grown += len(entries) - 1
                taken = [each for each in entries if self._is_taken(archive, each[0])]
                if not taken:
                    self.grown += 1
                    yield self._refused(archive.name, phrase("apart.no-file-in-archive"))
                for entry, chunks in taken:
                    yield from self._one(archive, entry, chunks, depth)
        except FormatError as error:
            yield self._refused(archive.name, error.told)

    def _is_taken(self, archive: Found, entry: ArchivedFile) -> bool:
        is_taken_here = is_taken(entry.name)
        if not is_taken_here:
            self.grown -= 1
            self.skipped.append(_within(archive, entry.name))
        return is_taken_here

    def _one(
        self, archive: Found, entry: ArchivedFile, chunks: Iterator[bytes], depth: int
    ) -> Iterator[Found | Refusal]:
        name = _within(archive, entry.name)
        if entry.refused is not None:
            yield self._refused(name, entry.refused)
            return
        found = Found(path=self._folder() / str(next(self._numbers)), name=name, is_unpacked=True)
        try:
            with found.path.open("wb") as file:
                file.writelines(chunks)
        except FormatError as error:
            yield self._refused(name, error.told)
            found.forget()
            return
        if is_for_unpacking(found):
            yield from self.files(found, depth + 1)
            found.forget()
        else:
            yield found

    def _refused(self, name: str, cause: Told) -> Refusal:
        told = phrase("format.refused", path=name, cause=cause)
        return Refusal(path=name, reason=worded(told, self._language))


def is_for_unpacking(found: Found) -> bool:
    """Whether a file is an archive and does not call itself a document."""
    try:
        return Path(found.name).suffix.lower() not in DOCUMENTS and is_archive(
            found.path, found.name
        )
    except OSError:
        return False


def _within(archive: Found, name: str) -> str:
    return f"{archive.name}/{called(name)}"
