from jiheng.rulebook.layouts import load_layout
from jiheng.writers.report.marks import line_keys
from tests.writers.full_form import FULL


def test_a_line_that_holds_no_field_is_counted_but_not_named():
    keys = line_keys(FULL, load_layout("yunnan-2022"))

    assert keys == {"title": "b1", "year": "b2", "reporting_unit": "b4", "funds.unit": "b5"}
