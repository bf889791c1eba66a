"""A form laid over the one that is there."""

from msgspec.structs import replace

from jiheng.web.chain.openness import writable_at
from jiheng.web.chain.steps import Step
from jiheng.web.imports.merging import merge
from tests.web.city import FORM

OPEN = writable_at(FORM, Step.SELF_EVALUATION)
FIRST, *OTHERS = FORM.indicators


def changed(imported) -> dict[str, str | None]:
    """Return the cells that change."""
    return {each.path: each.new for each in merge(FORM, imported, OPEN).changes}


def test_an_open_cell_that_differs_changes():
    imported = replace(FORM, indicators=(replace(FIRST, actual="1275人"), *OTHERS))

    assert changed(imported) == {"indicators[0].actual": "1275人"}


def test_rows_are_the_same_by_name_not_by_place():
    imported = replace(FORM, indicators=(*reversed(OTHERS), replace(FIRST, actual="1275人")))

    assert changed(imported) == {"indicators[0].actual": "1275人"}


def test_a_cell_that_the_file_leaves_blank_changes_nothing():
    imported = replace(FORM, indicators=(replace(FIRST, actual=None), *OTHERS))

    assert changed(imported) == {}


def test_another_width_of_a_sign_is_no_difference():
    imported = replace(FORM, indicators=(replace(FIRST, actual="１２６０ 人"), *OTHERS))

    assert changed(imported) == {}


def test_a_target_that_differs_is_held():
    imported = replace(FORM, indicators=(replace(FIRST, target="≥900人"), *OTHERS))

    laid = merge(FORM, imported, OPEN)

    assert [(each.path, each.new) for each in laid.held] == [("indicators[0].target", "≥900人")]
    assert not laid.is_plain


def test_an_indicator_that_is_not_there_is_told():
    extra = replace(FIRST, name="培训期数")

    laid = merge(FORM, replace(FORM, indicators=(*FORM.indicators, extra)), OPEN)

    assert laid.strange == ("培训期数",)
    assert not laid.is_plain


def test_of_two_rows_of_one_name_the_first_is_the_first():
    twice = replace(FORM, indicators=(FIRST, replace(FIRST, actual="2")))
    imported = replace(FORM, indicators=(FIRST, replace(FIRST, actual="3")))

    changes = merge(twice, imported, writable_at(twice, Step.SELF_EVALUATION)).changes

    assert [(each.path, each.new) for each in changes] == [("indicators[1].actual", "3")]
