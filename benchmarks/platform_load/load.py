"""The load: every clerk at their desk for so long, and what came of it."""

import asyncio
from resource import RUSAGE_SELF, getrusage
from time import perf_counter

from msgspec import Struct

from benchmarks.platform_load.clerk import Clerk, Notes
from benchmarks.platform_load.host import Host, database_cpu_seconds
from benchmarks.platform_load.wire import Desk


class Load(Struct, frozen=True, kw_only=True):
    """What was measured.

    Attributes:
        seconds: from the first keystroke to the last answer.
        server, database, clients: their CPU seconds meanwhile.
    """

    notes: Notes
    seconds: float
    server: float
    database: float
    clients: float


def run(host: Host, desks: tuple[Desk, ...], seconds: float) -> Load:
    """Return what came of it when all clerks typed for so long."""
    return asyncio.run(_run(host, desks, seconds))


def until_killed(host: Host, desks: tuple[Desk, ...], saves: int, most: float) -> Notes:
    """Return what clerks noted whose server was killed after so many saves.

    Args:
        host: the server.
        desks: the clerks'.
        saves: how many are acknowledged before it is killed.
        most: the seconds after which it is killed in any case.
    """
    return asyncio.run(_until_killed(host, desks, saves, most))


async def _until_killed(host: Host, desks: tuple[Desk, ...], saves: int, most: float) -> Notes:
    notes, clerks = await _seated(host, desks)
    end = perf_counter() + most
    working = [asyncio.create_task(clerk.work(end)) for clerk in clerks]
    while len(notes.saves) < saves and perf_counter() < end:
        await asyncio.sleep(0.05)
    host.kill()
    await asyncio.gather(*working)
    return notes


async def _seated(host: Host, desks: tuple[Desk, ...]) -> tuple[Notes, tuple[Clerk, ...]]:
    """Return the clerks who have logged in and have their form open."""
    notes = Notes()
    clerks = tuple(Clerk(host.port, desk, notes) for desk in desks)
    ready = await asyncio.gather(*(clerk.begin() for clerk in clerks))
    return notes, tuple(each for each, is_ready in zip(clerks, ready, strict=True) if is_ready)


async def _run(host: Host, desks: tuple[Desk, ...], seconds: float) -> Load:
    # Logging in is slow on purpose, and not what is measured.
    notes, clerks = await _seated(host, desks)
    before, started = _spent(host), perf_counter()
    await asyncio.gather(*(clerk.work(started + seconds) for clerk in clerks))
    server, database, clients = (
        late - early for early, late in zip(before, _spent(host), strict=True)
    )
    return Load(
        notes=notes,
        seconds=perf_counter() - started,
        server=server,
        database=database,
        clients=clients,
    )


def _spent(host: Host) -> tuple[float, float, float]:
    own = getrusage(RUSAGE_SELF)
    return host.cpu_seconds(), database_cpu_seconds(), own.ru_utime + own.ru_stime
