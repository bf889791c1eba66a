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


async def _run(host: Host, desks: tuple[Desk, ...], seconds: float) -> Load:
    notes = Notes()
    clerks = [Clerk(host.port, desk, notes) for desk in desks]
    # Logging in is slow on purpose, and not what is measured.
    ready = await asyncio.gather(*(clerk.begin() for clerk in clerks))
    before, started = _spent(host), perf_counter()
    working = (clerk for clerk, is_ready in zip(clerks, ready, strict=True) if is_ready)
    await asyncio.gather(*(clerk.work(started + seconds) for clerk in working))
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
