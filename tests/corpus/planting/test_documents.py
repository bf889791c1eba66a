"""Plantings as documents: repeatable, with a truth that names files and cells."""

import pytest

from jiheng.corpus.planting import ALL_PLANTERS
from jiheng.corpus.planting.documents import NoPlace, planting, plantings
from jiheng.corpus.planting.planter import in_one
from jiheng.model.paths import value_at
from jiheng.model.points import parse_points
from jiheng.rulebook.layouts import load_layout

BY_CODE = {planter.code: planter for planter in ALL_PLANTERS}
WORD, PAGE = ("docx",), ("html",)


def test_the_same_number_and_seed_give_the_same_documents():
    first, again = planting(BY_CODE["AR01"], 7, seed=5), planting(BY_CODE["AR01"], 7, seed=5)

    assert first.truth == again.truth
    assert [each.data for each in first.documents] == [each.data for each in again.documents]


def test_another_number_gives_another_form():
    first, second = planting(BY_CODE["AR01"], 7, seed=5), planting(BY_CODE["AR01"], 8, seed=5)

    assert first.documents[0].data != second.documents[0].data


def test_the_truth_names_the_document_and_the_cell():
    made = planting(BY_CODE["BU01"], 0, seed=5, kinds=WORD)

    assert made.truth.code == "BU01"
    assert [at.cell for at in made.truth.at] == ["funds.lines[0].rate"]
    assert made.truth.at[0].document == made.documents[0].name


def test_the_document_is_named_by_its_check():
    made = planting(BY_CODE["BU01"], 0, seed=5, kinds=WORD)

    assert made.documents[0].name.endswith("-BU01.docx")


def test_only_the_planted_cell_differs_from_the_clean_form():
    made = planting(BY_CODE["BU01"], 0, seed=5, kinds=WORD)
    clean, spoilt = made.clean[0].forms[0], made.documents[0].forms[0]

    assert value_at(clean, "funds.lines[0].rate") != value_at(spoilt, "funds.lines[0].rate")
    assert (clean.indicators, clean.total, clean.goal) == (
        spoilt.indicators,
        spoilt.total,
        spoilt.goal,
    )


def test_a_lower_score_goes_with_a_lower_total():
    made = planting(BY_CODE["SC01"], 0, seed=5)
    clean, spoilt = made.clean[0].forms[0], made.documents[0].forms[0]

    assert parse_points(clean.total.score) == (parse_points(spoilt.total.score) or 0) + 1_00


def test_forms_of_one_run_are_of_one_unit_and_year():
    forms = [each.forms[0] for each in planting(BY_CODE["CF07"], 0, seed=5).documents]

    assert len({(form.project.implementing_unit, form.year) for form in forms}) == 1
    assert len({form.project.name for form in forms}) == 3


def test_planters_take_turns():
    made = plantings((BY_CODE["AR01"], BY_CODE["TX13"]), 3, seed=5, kinds=PAGE)

    assert [each.truth.code for each in made] == ["AR01", "TX13", "AR01"]


def test_a_layout_may_be_chosen():
    layout = load_layout("yunnan-2022")
    made = planting(BY_CODE["AR01"], 0, seed=5, kinds=PAGE, layouts=(layout,))

    assert made.documents[0].forms[0].layout == "yunnan-2022"


def test_a_defect_without_a_place_is_told():
    nowhere = in_one("AR01", lambda _form, _dice: None)

    with pytest.raises(NoPlace, match="AR01"):
        planting(nowhere, 0, seed=5)


def test_a_defect_that_needs_blank_cells_is_not_written_without_them():
    with pytest.raises(NoPlace, match="VA08"):
        planting(BY_CODE["VA08"], 0, seed=5, kinds=("lines",))
