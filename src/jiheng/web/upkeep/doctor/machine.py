"""Looks at the machine: Python, packages, fonts, LibreOffice."""

import platform
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from pylopdf_fonts_zh_cn import serif_path

from jiheng.readers.office import office_program
from jiheng.rulebook.phrases import series
from jiheng.web.upkeep.doctor.sight import Sight, bad, ok, warn

_OLDEST, _NEWEST = (3, 11), (3, 13)
_PACKAGE = Path(__file__).parents[3]
LOCKS = (_PACKAGE / "requirements.lock", _PACKAGE.parents[1] / "requirements.lock")
"""Where the lock is: in the wheel, or at the root of a checkout."""
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_SHOWN = 5


def python() -> Sight:
    """Look at the version of Python."""
    name = platform.python_version()
    if sys.version_info[:2] < _OLDEST:
        return bad("python-old", version=name)
    if sys.version_info[:2] > _NEWEST:
        return warn("python-new", version=name)
    return ok("python", version=name, system=f"{platform.system()} {platform.machine()}")


def packages() -> Sight:
    """Look for every package that the platform needs, in the version of the lock."""
    missing = tuple(name for name in _needed() if _installed(name) is None)
    if missing:
        return bad("packages-missing", names=series(missing))
    lock = next((path for path in LOCKS if path.is_file()), None)
    if lock is None:
        return warn("packages-no-lock")
    pins = _PIN.findall(lock.read_text(encoding="utf-8"))
    others = tuple(dict.fromkeys(_differing(pins)))
    if others:
        return warn("packages-differ", count=str(len(others)), names=series(others[:_SHOWN]))
    return ok("packages", count=str(sum(_installed(name) is not None for name, _ in pins)))


def fonts() -> Sight:
    """Look for the fonts of printed forms."""
    folder = serif_path().parent
    count = sum(1 for each in folder.iterdir() if each.suffix.lower() in {".ttf", ".otf", ".ttc"})
    return ok("fonts", count=str(count)) if count else bad("fonts-missing", folder=str(folder))


def office() -> Sight:
    """Look for LibreOffice, which only the oldest formats need."""
    program = office_program()
    return warn("office-missing") if program is None else ok("office", program=str(program))


def _needed() -> Iterator[str]:
    """Yield the packages that Jiheng itself and its extra ``web`` ask for."""
    for line in requires("jiheng") or ():
        found = _NAME.match(line)
        if found and ("extra ==" not in line or "'web'" in line.replace('"', "'")):
            yield found[0]


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _differing(pins: list[tuple[str, str]]) -> Iterator[str]:
    wanted: dict[str, set[str]] = {}
    for name, pinned in pins:
        wanted.setdefault(name, set()).add(pinned)
    for name, versions in wanted.items():
        there = _installed(name)
        if there is not None and there not in versions:
            yield f"{name} {there} ({', '.join(sorted(versions))})"
