"""The server killed while twenty clerks save: what it acknowledged is there when it comes back."""

import os

import pytest

from benchmarks.platform_load.host import Host, hosted
from benchmarks.platform_load.load import run, until_killed

CLERKS = 20
SAVES = 60
MOST_SECONDS = 60


@pytest.fixture
def host(monkeypatch) -> Host:
    """Return a server on SQLite and a folder of its own, as somebody would start it."""
    for name in [name for name in os.environ if name.startswith(("DJANGO_", "JIHENG_"))]:
        monkeypatch.delenv(name)
    with hosted("sqlite") as started:
        yield started


@pytest.mark.slow
def test_what_was_acknowledged_is_there_after_a_kill(host):
    desks = host.prepare(CLERKS, departments=1, units=1)
    host.start()
    notes = until_killed(host, desks, SAVES, MOST_SECONDS)
    host.start()
    verdict = host.verify(notes.all_kept())
    after = run(host, desks[:3], 1)

    assert len(notes.saves) >= SAVES
    assert verdict.cells > CLERKS
    assert verdict.losses == ()
    assert verdict.halves == ()
    assert verdict.is_chain_whole
    assert after.notes.errors == []
