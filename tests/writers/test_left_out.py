"""What a layout has no place for is named, so that nothing is lost unsaid."""

from msgspec.structs import replace

from jiheng.model.form import Form
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.layout import lay_out, left_out
from tests.writers.forms import ROADS, WATER


def lost(form: Form, layout_id: str) -> tuple[str, ...]:
    layout = load_layout(layout_id)
    return left_out(form, lay_out(form, layout), layout)


def test_a_form_on_its_own_layout_loses_nothing():
    assert lost(ROADS, "guyuan-2024") == ()


def test_a_column_that_the_layout_lacks_is_lost_row_by_row():
    assert "indicators[0].method" in lost(ROADS, "national-2020")


def test_unit_date_and_contact_find_a_line_of_their_own():
    laid = lay_out(WATER, load_layout("guyuan-2024"))

    printed = [line.text for line in (*laid.before, *laid.after)]
    assert f"单位(盖章): {WATER.reporting_unit}" in printed
    assert "填报日期: 2025-01-16" in printed
    assert f"联系人: {WATER.contact}" in printed


def test_an_empty_field_is_no_loss():
    bare = replace(WATER, indicators=(replace(WATER.indicators[0], level2=None),))

    assert "indicators[0].level2" not in lost(bare, "hubei-2021")
