"""What the tests of the platform begin with."""

import pytest

from tests.web.city import City, build_city


@pytest.fixture
def city(db: None) -> City:
    """Return the invented city with its people."""
    return build_city()
