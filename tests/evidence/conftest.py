"""What the tests of this folder share."""

import pytest

from jiheng.evidence.caps import Caps
from jiheng.evidence.copying.copying import copied
from jiheng.evidence.copying.source import Source
from tests.evidence.home import work_at_home
from tests.evidence.ledgers import CARD, CARDS


@pytest.fixture
def at_home(monkeypatch):
    """Let a test do without programs of their own."""
    work_at_home(monkeypatch)


@pytest.fixture(scope="session")
def cards(tmp_path_factory):
    """Return a folder with the copy of five cards."""
    folder = tmp_path_factory.mktemp("cards")
    (folder / "cards.csv").write_text(CARDS, encoding="utf-8")
    source = Source(table="card", kind="csv", place=str(folder / "cards.csv"))
    copied(source, CARD, folder, "salt", Caps())
    return folder
