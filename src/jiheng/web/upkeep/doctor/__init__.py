"""``jiheng doctor``: looks the installation over, one line each, and says what to do."""

# Django can be imported only when its settings are known.
# ruff: noqa: PLC0415

import sys
from collections.abc import Iterator
from pathlib import Path

from jiheng.rulebook.messages import say, worded
from jiheng.web.config import BadConfig
from jiheng.web.serving import set_up
from jiheng.web.upkeep.doctor import folder, machine
from jiheng.web.upkeep.doctor.sight import Level, Sight, bad

_BAD = 1


def examination(data: Path, language: str) -> int:
    """Print how everything is, and return 1 where something is bad."""
    levels: list[Level] = []
    for each in sights(data):
        levels.append(each.level)
        mark = say(f"doctor.level-{each.level}", language)
        sys.stdout.write(f"{mark}  {worded(each.seen, language)}\n")
    return _BAD if Level.BAD in levels else 0


def sights(data: Path) -> Iterator[Sight]:
    """Yield what is seen, from the machine up to the data; what cannot be looked at is left out."""
    yield machine.python()
    yield machine.packages()
    yield machine.fonts()
    yield machine.office()
    yield folder.data(data)
    yield folder.disk(data)
    if not data.is_dir():
        return
    yield folder.secret(data)
    yield folder.worker(data)
    try:
        set_up(data)
    except BadConfig as error:
        yield bad("settings", cause=str(error))
        return
    yield from _of_the_platform()


def _of_the_platform() -> Iterator[Sight]:
    from django.conf import settings

    from jiheng.web.upkeep.doctor import ledgers, network, storage

    yield network.hosts(settings.CONFIG)
    reached = storage.reachable()
    yield reached
    if reached.level is Level.BAD:
        return
    tables = storage.migrated()
    yield tables
    if tables.level is Level.BAD:
        return
    for look in storage.LOOKS_AT_ROWS:
        yield look()
    yield from ledgers.served(settings.CONFIG.data)
