"""Paths that a user names, turned into the files to read."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from jiheng.model.audit import Refusal
from jiheng.pipeline.naming import FINDINGS, REPORT, called, is_annotated
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import Told
from jiheng.rulebook.telling import cause_of

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

_SHOWN = 5
"""So many of the files that were left out are named."""

_LOCK_MARKS = ("~$", ".~", "._")


def files_in(paths: tuple[Path, ...], language: str = "zh") -> Iterator[Path | Refusal]:
    """Yield the files to read, sorted within each folder; what cannot be entered is refused."""
    for path in paths:
        refusal = refusal_of(path, language)
        if refusal is not None:
            yield refusal
        elif path.is_dir():
            yield from _folder(path, language)
        else:
            yield path


def _folder(folder: Path, language: str) -> Iterator[Path | Refusal]:
    troubles: list[OSError] = []
    skipped: list[str] = []
    found = 0
    for root, folders, names in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        # A report shows the forms as tables: the next audit of its folder would read them again.
        own = _own(names) if {REPORT, FINDINGS} <= set(names) else set[str]()
        for name in sorted(set(names) - own):
            if not _is_taken(name):
                skipped.append(name)
                continue
            found += 1
            path = Path(root) / name
            yield refusal_of(path, language) or path
    for trouble in troubles:
        yield _refused("unreadable-folder", Path(trouble.filename), language)
    if found or troubles:
        return
    if not skipped:
        yield _refused("empty-folder", folder, language)
        return
    rest = say("read.and-others", language) if len(skipped) > _SHOWN else ""
    names = say("cli.comma", language).join(map(called, skipped[:_SHOWN])) + rest
    yield _refused("skipped-folder", folder, language, count=str(len(skipped)), names=names)


def _own(names: list[str]) -> set[str]:
    """Return the names of what an audit left in a folder."""
    return {REPORT, FINDINGS, *(name for name in names if is_annotated(Path(name)))}


def refusal_of(path: Path, language: str) -> Refusal | None:
    """Return why a path is neither a file nor a folder that may be read, or None."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return _refused("missing", path, language)
    except (OSError, ValueError) as error:
        # Besides permission: a ring of links, a name too long, a name with a zero byte.
        cause = cause_of(error) if isinstance(error, OSError) else str(error)
        return _refused("unreachable", path, language, cause=cause)
    # Whoever opens a pipe waits for its other end, and some devices never end.
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return _refused("no-file", path, language)
    return None


def _refused(key: str, path: Path, language: str, **values: Told) -> Refusal:
    name = called(path)
    return Refusal(path=name, reason=say(f"read.{key}", language, path=name, **values))


def _is_taken(name: str) -> bool:
    """Whether a file of a folder is read: no lock, no hidden file, not the folder's README."""
    path = Path(name)
    aside = name.startswith((".", *_LOCK_MARKS)) or path.stem.upper() == "README"
    return path.suffix.lower() in SUFFIXES and not aside
