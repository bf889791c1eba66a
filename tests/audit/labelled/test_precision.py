"""How often the checks that go by words are right, on names labelled by reading."""

import pytest

from jiheng.audit.catalogue import FORM_CHECKS
from tests.audit.labelled.cases import asked, beside, measured, placed

pytestmark = pytest.mark.no_cover

BY_CODE = {check.code: check for check in FORM_CHECKS}
LABELLED = [
    ("XI13", "misplaced", placed),
    ("XI17", "strange", asked),
    ("XI23", "restates", beside),
]


@pytest.mark.parametrize(("code", "defect", "form"), LABELLED)
def test_it_is_right_nine_times_in_ten(code, defect, form):
    found = measured(code, defect, form)

    assert 10 * len(found.told & found.defects) >= 9 * len(found.told)


@pytest.mark.parametrize(("code", "defect", "form"), LABELLED)
def test_its_page_says_how_often_it_is_right(code, defect, form):
    page = " ".join((BY_CODE[code].run.__doc__ or "").split())

    assert str(measured(code, defect, form)) in page
