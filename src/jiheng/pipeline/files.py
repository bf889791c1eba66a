"""Paths that a user names, turned into the files to read."""

import os
from collections.abc import Iterator
from pathlib import Path

from jiheng.model.audit import Refusal
from jiheng.rulebook.messages import say

SUFFIXES = frozenset(
    {
        ".docx",
        ".xlsx",
        ".xlsm",
        ".html",
        ".htm",
        ".txt",
        ".md",
        ".tsv",
        ".mht",
        ".mhtml",
        ".doc",
        ".xls",
        ".wps",
        ".et",
        ".pdf",
        ".ofd",
    }
)
"""What is taken from a folder; a file named by itself is read whatever its suffix."""

_LOCK_MARKS = ("~$", ".~", "._")


def files_in(paths: tuple[Path, ...]) -> Iterator[Path | Refusal]:
    """Yield the files to read, sorted within each folder; what cannot be entered is refused."""
    for path in paths:
        if path.is_dir():
            yield from _folder(path)
        elif path.exists():
            yield path
        else:
            yield Refusal(path=str(path), reason=say("read.missing", path=str(path)))


def _folder(folder: Path) -> Iterator[Path | Refusal]:
    troubles: list[OSError] = []
    found = 0
    for root, folders, names in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if _is_taken(name):
                found += 1
                yield Path(root) / name
    for trouble in troubles:
        path = str(trouble.filename)
        yield Refusal(path=path, reason=say("read.unreadable-folder", path=path))
    if not found and not troubles:
        yield Refusal(path=str(folder), reason=say("read.empty-folder", path=str(folder)))


def _is_taken(name: str) -> bool:
    """Whether a file of a folder is read: no lock, no hidden file, not the folder's README."""
    path = Path(name)
    aside = name.startswith((".", *_LOCK_MARKS)) or path.stem.upper() == "README"
    return path.suffix.lower() in SUFFIXES and not aside
