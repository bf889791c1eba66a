"""Brings the data up to this version of the program, with a backup of how they were."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from django.db import OperationalError

from jiheng import __version__
from jiheng.rulebook.phrases import phrase
from jiheng.web.journal.writing import note
from jiheng.web.upkeep.backup import back_up
from jiheng.web.upkeep.places import data_folder
from jiheng.web.upkeep.schema import applied, migrate, pending, refuse_newer
from jiheng.web.upkeep.trouble import Trouble

BACKUPS = "backups"
KEPT = 5
"""So many backups of our own making are kept of each kind."""


def bring_up_to_date() -> Path | None:
    """Return the backup that was made first, or None where the data were new or up to date.

    Raises:
        NewerData: the data are of a newer version of the program.
        Trouble: the database does not answer.
    """
    before = _applied()
    refuse_newer(before)
    if not pending():
        return None
    kept = put_aside("before-upgrade") if before else None
    migrate()
    if kept is not None:
        note("upgrade", __version__, None, {"backup": kept.name})
    return kept


def _applied() -> tuple[str, ...]:
    try:
        return applied()
    except OperationalError as error:
        cause = " ".join(str(error).split())
        raise Trouble(phrase("doctor.database-away", cause=cause)) from error


def put_aside(kind: str) -> Path:
    """Return a backup that the program makes by itself; the oldest of its kind go."""
    folder = data_folder() / BACKUPS
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{kind}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.zip"
    back_up(path)
    for old in sorted(folder.glob(f"{kind}-*.zip"))[:-KEPT]:
        with suppress(FileNotFoundError):
            old.unlink()
    return path
