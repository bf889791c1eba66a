"""The load: every clerk at their desk for so long, and what came of it."""

import asyncio
from collections.abc import Callable
from resource import RUSAGE_SELF, getrusage
from time import perf_counter

from msgspec import Struct

from benchmarks.platform_load.clerk import Clerk, Notes
from benchmarks.platform_load.host import Host, database_cpu_seconds, machine_cpu_seconds
from benchmarks.platform_load.wire import Desk


class Load(Struct, frozen=True, kw_only=True):
    """What was measured.

    Attributes:
        seconds: from the first keystroke to the last answer.
        server, database, clients: their CPU seconds meanwhile.
        machine: those of everything that ran, these three among it.
    """

    notes: Notes
    seconds: float
    server: float
    database: float
    clients: float
    machine: float


def run(host: Host, desks: tuple[Desk, ...], seconds: float) -> Load:
    """Return what came of it when all clerks typed for so long."""
    return asyncio.run(_run(host, desks, seconds))


class Killing(Struct, frozen=True, kw_only=True):
    """When a server is killed.

    Attributes:
        saves: so many are acknowledged before.
        most: the seconds after which it is killed in any case.
        meanwhile: what else is begun while the clerks type, before it is killed.
    """

    saves: int
    most: float
    meanwhile: Callable[[], None]


def until_killed(host: Host, desks: tuple[Desk, ...], killing: Killing) -> Notes:
    """Return what clerks noted until their server was killed."""
    return asyncio.run(_until_killed(host, desks, killing))


async def _until_killed(host: Host, desks: tuple[Desk, ...], killing: Killing) -> Notes:
    notes, clerks = await _seated(host, desks)
    end = perf_counter() + killing.most
    working = [asyncio.create_task(clerk.work(end)) for clerk in clerks]
    await asyncio.to_thread(killing.meanwhile)
    while len(notes.saves) < killing.saves and perf_counter() < end:
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
    server, database, clients, machine = (
        late - early for early, late in zip(before, _spent(host), strict=True)
    )
    return Load(
        notes=notes,
        seconds=perf_counter() - started,
        server=server,
        database=database,
        clients=clients,
        machine=machine,
    )


def _spent(host: Host) -> tuple[float, float, float, float]:
    own = getrusage(RUSAGE_SELF)
    clients = own.ru_utime + own.ru_stime
    return host.cpu_seconds(), database_cpu_seconds(), clients, machine_cpu_seconds()
