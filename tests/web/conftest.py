"""What the tests of the platform begin with."""

from collections.abc import Iterator

import pytest

from tests.web.access.crowd import at_work
from tests.web.city import City, build_city
from tests.web.emptying import empty_database


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix() -> None:
    """Leave the database its name: every process of a run has a data folder of its own."""


@pytest.fixture
def city(db: None) -> City:
    """Return the invented city with its people."""
    return build_city()


@pytest.fixture(scope="module")
def crowd(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[City]:
    """Return the city with something to do for everybody, told once for all tests of a file."""
    with django_db_blocker.unblock():
        yield at_work(build_city())
        empty_database()
