"""What the tests of this folder share."""

import msgspec
import pytest

from jiheng.evidence import drawing
from jiheng.evidence.caps import Caps
from jiheng.evidence.copying import copying, opening, program
from jiheng.evidence.copying.copying import copied
from jiheng.evidence.copying.source import Source
from jiheng.evidence.engine import asking
from jiheng.evidence.engine import program as engine
from tests.evidence.ledgers import CARD, CARDS

PROGRAMS = {
    program.__name__: program.copy,
    opening.__name__: opening.opened,
    engine.__name__: engine.answer,
}


def done_here(asked, job):
    """Do a job in this process, with what is said going through JSON as it does otherwise."""
    told = msgspec.json.decode(msgspec.json.encode(job), type=type(job))
    answer = PROGRAMS[asked.module](told)
    return msgspec.json.decode(msgspec.json.encode(answer), type=asked.answer)


@pytest.fixture
def at_home(monkeypatch):
    """Let a test do without programs of their own, each of which takes half a second to begin."""
    for module in (copying, asking, drawing):
        monkeypatch.setattr(module, "done_apart", done_here)


@pytest.fixture(scope="session")
def cards(tmp_path_factory):
    """Return a folder with the copy of five cards."""
    folder = tmp_path_factory.mktemp("cards")
    (folder / "cards.csv").write_text(CARDS, encoding="utf-8")
    source = Source(table="card", kind="csv", place=str(folder / "cards.csv"))
    copied(source, CARD, folder, "salt", Caps())
    return folder
