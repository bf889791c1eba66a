"""Looks at the data folder: whose it is, its key, the room on its disk."""

import os
import shutil
import sys
from pathlib import Path

from jiheng.web.config import SECRET
from jiheng.web.upkeep.doctor.sight import Sight, bad, ok, warn
from jiheng.web.worker import is_at_work

_OTHERS = 0o077
_LITTLE, _TOO_LITTLE = 2 * 2**30, 200 * 2**20
_SHORTEST_KEY = 32


def is_own(folder: Path) -> bool:
    """Whether a folder belongs to who runs this; Windows has other means."""
    return sys.platform == "win32" or folder.stat().st_uid == os.geteuid()


def owner_of(folder: Path) -> str:
    """Return the user to whom a folder belongs: a name, or a number that has none."""
    try:
        return folder.owner()
    except KeyError:
        return str(folder.stat().st_uid)


def data(folder: Path) -> Sight:
    """Look whether the folder is there, can be written, and is nobody else's."""
    if not folder.is_dir():
        return bad("data-missing", place=str(folder))
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return bad("data-unwritable", place=str(folder))
    if not is_own(folder):
        return bad("data-not-own", place=str(folder), owner=owner_of(folder))
    if sys.platform != "win32" and folder.stat().st_mode & _OTHERS:
        return warn("data-open", place=str(folder))
    return ok("data", place=str(folder))


def worker(folder: Path) -> Sight:
    """Look whether somebody does what the pages put off."""
    return ok("worker") if is_at_work(folder) else warn("worker-none")


def secret(folder: Path) -> Sight:
    """Look whether the key is there, long, and nobody else's."""
    said = os.environ.get("JIHENG_SECRET_KEY")
    if said is not None:
        return ok("secret-said") if len(said) >= _SHORTEST_KEY else bad("secret-short")
    path = folder / SECRET
    if not path.is_file():
        return bad("secret-missing", path=str(path))
    if sys.platform == "win32":
        return ok("secret-windows", path=str(path))
    if path.stat().st_mode & _OTHERS:
        return bad("secret-open", path=str(path))
    return ok("secret")


def disk(folder: Path) -> Sight:
    """Look how much room is left."""
    free = shutil.disk_usage(folder if folder.is_dir() else Path.cwd()).free
    room = f"{free / 2**30:.1f}"
    if free < _TOO_LITTLE:
        return bad("disk-full", room=room)
    return warn("disk-little", room=room) if free < _LITTLE else ok("disk", room=room)
