"""An edit is the fewest words of a cell, and found there only once."""

import pytest
from msgspec.structs import replace

from jiheng.model.form import Cell, Form
from jiheng.model.paths import value_at
from jiheng.pipeline.repair.correction import Correction, corrected, edit_of
from tests.audit.forms import build


def _with_conclusion(text: str, cell: str | None = None) -> Form:
    form = build({"conclusion": text})
    return replace(form, cells={"conclusion": Cell(table=0, row=9, column=1, text=cell or text)})


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("自评得分90分。", "自评得分95分。", "90", "95"),
        ("自评得分100分。", "自评得分97.5分。", "100", "97.5"),
        ("执行率86.00%，较好。", "执行率96.00%，较好。", "86.00%", "96.00%"),
        ("得分91分，等次优。", "得分88分，等次良。", "91分，等次优", "88分，等次良"),
    ],
)
def test_an_edit_holds_whole_numbers_and_no_more(before: str, after: str, old: str, new: str):
    edit = edit_of(_with_conclusion(before), "conclusion", after)

    assert (edit.old, edit.new) == (old, new)


def test_words_that_stand_twice_in_the_cell_take_their_neighbours_along():
    form = _with_conclusion("产出90分，自评得分90分。")
    edit = edit_of(form, "conclusion", "产出90分，自评得分95分。")

    assert form.cells["conclusion"].text.count(edit.old) == 1
    assert edit.cell.text.replace(edit.old, edit.new) == "产出90分，自评得分95分。"


def test_the_label_in_the_cell_is_left_alone():
    form = _with_conclusion("自评得分90分。", cell="自评结论：自评得分90分。")
    changed = corrected(form, (Correction(path="conclusion", value="自评得分95分。"),))

    assert changed.cells["conclusion"].text == "自评结论：自评得分95分。"


def test_points_of_a_heading_are_edited_in_the_cell_of_its_name():
    place = Cell(table=0, row=7, column=0, text="产出指标（45分）")
    form = replace(build({}), cells={"indicators[0].level1": place})
    edit = edit_of(form, "indicators[0].level1_points", "50")

    assert (edit.cell, edit.old, edit.new) == (place, "50", "50")


def test_a_heading_over_several_rows_is_corrected_on_all_of_them():
    also = ("indicators[1].level1_points",)
    correction = Correction(path="indicators[0].level1_points", value="45", also=also)
    changed = corrected(build({}), (correction,))

    assert value_at(changed, "indicators[0].level1_points") == "45"
    assert value_at(changed, "indicators[1].level1_points") == "45"
    assert value_at(changed, "indicators[2].level1_points") == "30"
