"""Paths that a user names, turned into the files to read."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from jiheng.model.audit import Refusal
from jiheng.pipeline.naming import FINDINGS, REPORT, called, is_annotated
from jiheng.pipeline.taking import Found, is_taken
from jiheng.pipeline.unpacking import Unpacking, is_for_unpacking
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import Told
from jiheng.rulebook.telling import cause_of

_SHOWN = 5
"""So many of the files that were left out are named."""


class Files:
    """The files that paths name, in order; archives are opened on the way, within the block."""

    def __init__(
        self, paths: tuple[Path, ...], language: str = "zh", folder: Path | None = None
    ) -> None:
        """Take the paths; what is unpacked stays in the folder, where there is one."""
        self._language = language
        self._skipped: list[str] = []
        self._named = tuple(self._listed(paths))
        self._folder = folder
        self._own: TemporaryDirectory[str] | None = None
        self._unpacking = Unpacking(self._opened_folder, language)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._own is not None:
            self._own.cleanup()

    def __iter__(self) -> Iterator[Found | Refusal]:
        """Yield each file, sorted within each folder; what cannot be entered is refused."""
        for each in self._named:
            if isinstance(each, Found) and is_for_unpacking(each):
                yield from self._unpacking.files(each)
            else:
                yield each

    @property
    def total(self) -> int:
        """How many there are, as far as is known: archives that wait count as one."""
        return len(self._named) + self._unpacking.grown

    @property
    def skipped(self) -> tuple[str, ...]:
        """The names of files that are of no kind to be read, as far as is known."""
        return (*self._skipped, *self._unpacking.skipped)

    def _opened_folder(self) -> Path:
        if self._folder is None:
            self._own = TemporaryDirectory(prefix="jiheng-", ignore_cleanup_errors=True)
            self._folder = Path(self._own.name)
        return self._folder

    def _listed(self, paths: tuple[Path, ...]) -> Iterator[Found | Refusal]:
        for path in paths:
            refusal = refusal_of(path, self._language)
            if refusal is not None:
                yield refusal
            elif path.is_dir():
                yield from self._within(path)
            else:
                yield Found(path=path, name=called(path))

    def _within(self, folder: Path) -> Iterator[Found | Refusal]:
        troubles: list[OSError] = []
        skipped: list[str] = []
        found = 0
        for path in _walked(folder, troubles):
            if is_taken(path.name):
                found += 1
                yield refusal_of(path, self._language) or Found(path=path, name=called(path))
            else:
                skipped.append(called(path))
        for trouble in troubles:
            yield _refused("unreadable-folder", Path(trouble.filename), self._language)
        if found or troubles:
            self._skipped += skipped
        elif skipped:
            count, names = str(len(skipped)), _first(folder, skipped, self._language)
            yield _refused("skipped-folder", folder, self._language, count=count, names=names)
        else:
            yield _refused("empty-folder", folder, self._language)


def skipped_line(names: tuple[str, ...], language: str = "zh") -> str:
    """Return what is said of files that were skipped; "" where there are none."""
    if not names:
        return ""
    shown = _joined(names, language)
    return say("read.skipped", language, count=str(len(names)), names=shown)


def _walked(folder: Path, troubles: list[OSError]) -> Iterator[Path]:
    """Yield the files of a folder and of those within, without what an audit left there."""
    for root, folders, names in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        # A report shows the forms as tables: the next audit of its folder would read them again.
        own = _own(names) if {REPORT, FINDINGS} <= set(names) else set[str]()
        yield from (Path(root) / name for name in sorted(set(names) - own))


def _own(names: list[str]) -> set[str]:
    """Return the names of what an audit left in a folder."""
    return {REPORT, FINDINGS, *(name for name in names if is_annotated(Path(name)))}


def _first(folder: Path, names: list[str], language: str) -> str:
    return _joined(
        tuple(name.removeprefix(f"{called(folder)}{os.sep}") for name in names), language
    )


def _joined(names: tuple[str, ...], language: str) -> str:
    rest = say("read.and-others", language) if len(names) > _SHOWN else ""
    return say("cli.comma", language).join(names[:_SHOWN]) + rest


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
