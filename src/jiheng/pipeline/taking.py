"""Which files of a folder or of an archive are read, and what such a file is."""

from pathlib import Path, PurePosixPath

from msgspec import Struct

SUFFIXES = frozenset(
    {".docx", ".docm", ".xlsx", ".xlsm", ".doc", ".xls", ".wps", ".et", ".rtf"}
    | {".html", ".htm", ".mht", ".mhtml", ".txt", ".md", ".csv", ".tsv", ".pdf", ".ofd"}
    | {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", ".zip", ".rar", ".7z"}
)
"""What is taken from a folder; a file named by itself is read whatever its suffix.

Packed files that nobody opens here are taken too: what may hold a form is refused by a sentence.
"""
DOCUMENTS = SUFFIXES - {".zip", ".rar", ".7z"}

_LOCK_MARKS = ("~$", ".~", "._")


class Found(Struct, frozen=True, kw_only=True):
    """A file to read.

    Attributes:
        path: where it lies.
        name: what it is called, fit to be shown: ``市直.zip/水务局/自评表.docx``.
        is_unpacked: it came out of an archive and is of no further use once it was read.
    """

    path: Path
    name: str
    is_unpacked: bool = False

    @property
    def namesake(self) -> Path:
        """The path by whose last part its copies are called."""
        return Path(self.name) if self.is_unpacked else self.path

    def forget(self) -> None:
        """Remove what was only unpacked to be read."""
        if self.is_unpacked:
            self.path.unlink(missing_ok=True)


def is_taken(name: str) -> bool:
    """Whether a file of a folder is read: no lock, no hidden file, not the folder's README."""
    path = PurePosixPath(name)
    aside = path.name.startswith((".", *_LOCK_MARKS)) or path.stem.upper() == "README"
    return path.suffix.lower() in SUFFIXES and not aside
