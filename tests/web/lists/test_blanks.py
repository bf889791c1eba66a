"""Cells without which a form cannot go on."""

from msgspec.structs import replace

from jiheng.web.chain.steps import Step
from jiheng.web.lists.blanks import blank_paths
from tests.web.city import FORM


def test_a_whole_form_lacks_nothing():
    assert blank_paths(FORM, Step.SELF_EVALUATION) == ()
    assert blank_paths(FORM, Step.TARGET_DRAFT) == ()


def test_results_are_wanted_in_the_order_of_the_form():
    row = replace(FORM.indicators[1], actual=None, score=None)
    line = replace(FORM.funds.lines[0], executed=None)
    form = replace(
        FORM,
        funds=replace(FORM.funds, lines=(line,)),
        goal=replace(FORM.goal, actual=None),
        indicators=(FORM.indicators[0], row),
    )

    assert blank_paths(form, Step.SELF_EVALUATION) == (
        "funds.lines[0].executed",
        "goal.actual",
        "indicators[1].actual",
        "indicators[1].score",
    )


def test_targets_are_wanted_while_they_are_drafted():
    form = replace(
        FORM,
        goal=replace(FORM.goal, expected=None),
        indicators=(replace(FORM.indicators[0], target=None, weight=None),),
    )

    assert blank_paths(form, Step.TARGET_DRAFT) == (
        "goal.expected",
        "indicators[0].target",
        "indicators[0].weight",
    )


def test_where_others_have_the_form_nothing_is_wanted():
    form = replace(FORM, goal=replace(FORM.goal, expected=None, actual=None))

    assert blank_paths(form, Step.DEPARTMENT_REVIEW) == ()
