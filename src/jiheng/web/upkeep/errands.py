"""``jiheng backup`` and ``jiheng restore``: what is done, what is said, and the exit code."""

# Django can be imported only when its settings are known.
# ruff: noqa: PLC0415

import sys
from collections.abc import Callable
from pathlib import Path

from jiheng.rulebook.messages import worded
from jiheng.rulebook.phrases import Told, phrase
from jiheng.rulebook.telling import Telling, cause_of
from jiheng.web.config import BadConfig
from jiheng.web.serving import set_up, settle
from jiheng.web.upkeep.doctor.folder import is_own, owner_of
from jiheng.web.upkeep.trouble import Trouble
from jiheng.web.worker import is_at_work

_UNUSABLE = 2


def make_backup(file: Path, data: Path, language: str) -> int:
    """Back everything up into a file, and return the exit code."""
    return _told(lambda: _backed_up(file, data), language)


def restore_backup(file: Path, data: Path, language: str, *, replaces: bool) -> int:
    """Restore a backup, and return the exit code."""
    return _told(lambda: _restored(file, data, replaces=replaces), language)


def refuse_others(data: Path) -> None:
    """See that it is the owner of a data folder who works in it.

    Raises:
        Trouble: it is somebody else, whose files the service could not write afterwards.
    """
    if data.is_dir() and not is_own(data):
        raise Trouble(phrase("upkeep.not-yours", place=str(data), owner=owner_of(data)))


def _backed_up(file: Path, data: Path) -> Told:
    if not data.is_dir():
        raise Trouble(phrase("upkeep.nothing-here", place=str(data)))
    refuse_others(data)
    set_up(data)
    from jiheng.web.journal.writing import note
    from jiheng.web.upkeep.backup import back_up
    from jiheng.web.upkeep.schema import applied, pending

    if not applied():
        raise Trouble(phrase("upkeep.nothing-here", place=str(data)))
    # An older journal is not ours to write in; what upgrades it will tell of its backup.
    if not pending():
        note("back-up", file.name[:120], None)
    manifest = back_up(file)
    return phrase(
        "upkeep.backed-up",
        path=str(file),
        forms=str(manifest.rows("forms.formrecord")),
        files=str(manifest.file_count),
        size=_megabytes(file.stat().st_size),
    )


def _restored(file: Path, data: Path, *, replaces: bool) -> Told:
    refuse_others(data)
    if is_at_work(data):
        raise Trouble(phrase("upkeep.running", place=str(data)))
    settle(data)
    from jiheng.web.upkeep.restore import restore
    from jiheng.web.upkeep.upgrade import put_aside

    put_away = (lambda: put_aside("before-restore")) if replaces else None
    manifest = restore(file, put_aside=put_away)
    return phrase(
        "upkeep.restored",
        path=str(file),
        at=manifest.taken_at,
        forms=str(manifest.rows("forms.formrecord")),
        files=str(manifest.file_count),
    )


def _told(errand: Callable[[], Told], language: str) -> int:
    """Do an errand, say how it went, and return the exit code."""
    from django.db import DatabaseError

    try:
        done = errand()
    except Telling as error:
        return _failed(error.said(language))
    except (BadConfig, DatabaseError) as error:
        return _failed(worded(phrase("upkeep.failed", cause=str(error)), language))
    except OSError as error:
        return _failed(worded(phrase("upkeep.failed", cause=cause_of(error)), language))
    sys.stdout.write(f"{worded(done, language)}\n")
    return 0


def _failed(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return _UNUSABLE


def _megabytes(size: int) -> str:
    return f"{-(-size * 10 // 2**20) / 10:.1f}"
