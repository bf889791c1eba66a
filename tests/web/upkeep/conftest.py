"""An installation with people, a form and a stored file."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from msgspec import Struct

from jiheng.web.chain.steps import Step
from jiheng.web.config import DATABASE
from jiheng.web.files.models import StoredFile
from jiheng.web.files.storing import store
from jiheng.web.forms.models import FormRecord
from jiheng.web.journal.writing import note
from jiheng.web.upkeep.schema import migrate
from tests.web.city import City, build_city, record_at
from tests.web.upkeep.installation import installed


class Office(Struct, frozen=True, kw_only=True):
    """An installation in use."""

    folder: Path
    city: City
    record: FormRecord
    stored: StoredFile


@pytest.fixture(scope="session")
def empty_tables(tmp_path_factory, django_db_blocker) -> Path:
    """Return a database file that was just migrated."""
    folder = tmp_path_factory.mktemp("empty")
    with django_db_blocker.unblock(), installed(folder):
        migrate()
    return folder / DATABASE


@pytest.fixture
def office(tmp_path, empty_tables, django_db_blocker) -> Iterator[Office]:
    """Return an installation with a form, a stored file and a journal."""
    folder = tmp_path / "office"
    folder.mkdir()
    copyfile(empty_tables, folder / DATABASE)
    with django_db_blocker.unblock(), installed(folder):
        city = build_city()
        record = record_at(city, Step.SELF_EVALUATION)
        stored = store((b"handed in",), "扫描件.pdf", city.clerk)
        note("log-in", "lifang", city.clerk)
        yield Office(folder=folder, city=city, record=record, stored=stored)


@pytest.fixture
def elsewhere(tmp_path, empty_tables) -> Path:
    """Return the folder of another installation, with empty tables."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    copyfile(empty_tables, folder / DATABASE)
    return folder
