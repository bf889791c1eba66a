"""What the tests of measures on the platform begin with."""

import pytest

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from tests.evidence.home import work_at_home
from tests.web.city import City, record_at


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    work_at_home(monkeypatch)


@pytest.fixture
def record(city: City) -> FormRecord:
    """Return 李芳's form, which is being evaluated."""
    return record_at(city, Step.SELF_EVALUATION)
