"""What the tests of the platform begin with."""

import pytest

from tests.web.city import City, build_city


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix() -> None:
    """Leave the database its name: every process of a run has a data folder of its own."""


@pytest.fixture
def city(db: None) -> City:
    """Return the invented city with its people."""
    return build_city()
