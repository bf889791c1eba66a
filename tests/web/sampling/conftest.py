"""The office that draws."""

import pytest

from tests.web.sampling.office import Office
from tests.web.sampling.office import office as built


@pytest.fixture
def office(city) -> Office:
    """Return the office with its city and twelve forms."""
    return built(city)
