import pytest

from jiheng.corpus.damage.misread_operators import MISREAD_OPERATORS
from jiheng.rulebook.layouts import load_layout
from tests.corpus.damage.pieces import FERRY, TWO_ROWS_OF_QUALITY, cells, spoilt


def test_a_row_with_a_blank_at_its_end_moves_to_the_right():
    piece = spoilt("shifted-rows")[0]

    assert cells(piece, 0) == ["更新渡船数量", "", "≥4艘", "4艘", "20", "20"]


def test_a_full_row_does_not_move():
    piece = spoilt("shifted-rows")[0]

    assert cells(piece, 2) == ["船舶检验合格率", "≥98%", "96.04%", "20", "19.6", "一艘复检"]


def test_a_shifted_row_keeps_its_truth():
    assert spoilt("shifted-rows")[0].form == FERRY


def test_headings_and_values_are_permuted_alike():
    piece = spoilt("permuted-columns")[0]
    roles = piece.layout.column_roles
    row, name = piece.laid.places["indicators[2].name"]
    score = name + roles.index("score") - roles.index("name")

    assert sorted(roles) == sorted(load_layout("national-2020").column_roles)
    assert roles != load_layout("national-2020").column_roles
    assert piece.laid.places["indicators[2].score"] == (row, score)


def test_no_points_of_the_total_stand_under_its_grade():
    assert spoilt("permuted-columns")[0].layout.column_roles[-1] not in {"weight", "score"}


def test_at_least_before_per_cent_is_misread_as_a_two():
    assert cells(spoilt("misread-operators")[0], 2)[1] == "298%"


def test_at_least_before_a_count_is_misread_as_two_strokes():
    assert cells(spoilt("misread-operators")[0], 0)[1] == "二4艘"


def test_at_most_is_misread_as_a_letter():
    assert cells(spoilt("misread-operators")[0], 3)[1] == "W30%"


def test_equals_is_misread_as_two_strokes():
    assert cells(spoilt("misread-operators")[0], 1)[1] == "二12人"


def test_a_value_without_an_operator_is_not_misread():
    assert cells(spoilt("misread-operators")[0], 0)[2] == "4艘"


def test_a_misread_operator_keeps_its_truth():
    assert spoilt("misread-operators")[0].form == FERRY
    assert MISREAD_OPERATORS.edits == "cells"


def test_a_blank_weight_is_blank_in_the_truth_too():
    piece = spoilt("blank-weights")[0]

    assert cells(piece, 0) == ["更新渡船数量", "≥4艘", "4艘", "", "20", ""]
    assert piece.form.indicators[0].weight is None


def test_the_number_of_a_page_stands_inside_a_name():
    piece = spoilt("page-marks")[0]

    assert cells(piece, 0)[0] == "更新渡船— 1 —数量"
    assert cells(piece, 1)[0] == "培训船员— 2 —人数"
    assert piece.form == FERRY


def test_a_second_level_begins_one_row_early():
    piece = spoilt("early-levels")[0]
    labels = {
        cell.text: (cell.row_span, cell.row - piece.laid.places["indicators[0].name"][0])
        for cell in piece.laid.grid.cells
        if cell.text in {"数量指标", "质量指标"}
    }

    assert labels == {"数量指标": (1, 0), "质量指标": (2, 1)}


def test_the_first_level_goes_along_where_its_first_row_is_passed():
    piece = spoilt("early-levels", form=TWO_ROWS_OF_QUALITY)[0]
    labels = {cell.text: cell.row for cell in piece.laid.grid.cells}

    assert labels["满意度指标"] == labels["服务对象满意度指标"]
    assert labels["满意度指标"] == piece.laid.places["indicators[2].name"][0]


@pytest.mark.parametrize("name", ["shifted-rows", "page-marks", "early-levels"])
def test_damage_of_cells_leaves_nothing_unknowable(name):
    assert spoilt(name)[0].unknowable == frozenset()
