"""What an old form would become of a unit's form of this year."""

from msgspec.structs import replace

from jiheng.web.chain.steps import Step
from jiheng.web.prefill.planning import Outcome, draft, plan
from tests.web.city import FORM, record_at
from tests.web.prefill.files import of_project

EMPTY_ROWS = tuple(replace(row, actual=None, score=None) for row in FORM.indicators)
APPROVED = replace(FORM, indicators=EMPTY_ROWS)


def test_last_years_form_becomes_a_draft_with_its_targets(city):
    planned = plan(FORM, city.centre, 2025)

    assert planned.outcome is Outcome.DRAFT
    assert planned.form.year == 2025
    assert [row.target for row in planned.form.indicators] == ["≥1200人", "≥70%", "≥90%"]
    assert [row.actual for row in planned.form.indicators] == [None, None, None]


def test_this_years_form_keeps_its_budget_in_the_draft(city):
    line = draft(FORM, city.centre, 2024).funds.lines[0]

    assert (line.initial_budget, line.executed) == ("80", None)


def test_a_draft_is_the_units_own_whatever_the_file_says(city):
    other = replace(FORM, reporting_unit="某县中心", pack="guyuan-2024")

    form = draft(other, city.centre, 2025)

    assert (form.reporting_unit, form.pack) == ("云岭市就业服务中心", None)


def test_where_targets_are_approved_results_fill_the_empty_cells(city):
    record_at(city, Step.SELF_EVALUATION, form=APPROVED)

    planned = plan(FORM, city.centre, 2024)

    assert planned.outcome is Outcome.FILL
    assert ("indicators[0].actual", "1260人") in [(each.path, each.new) for each in planned.fills]


def test_rows_are_matched_by_their_names(city):
    record_at(city, Step.SELF_EVALUATION, form=replace(APPROVED, indicators=EMPTY_ROWS[::-1]))

    planned = plan(FORM, city.centre, 2024)

    assert ("indicators[2].actual", "1260人") in [(each.path, each.new) for each in planned.fills]


def test_a_target_that_differs_from_the_approved_one_is_told_and_kept(city):
    record_at(city, Step.SELF_EVALUATION, form=APPROVED)
    first, *others = FORM.indicators

    planned = plan(
        replace(FORM, indicators=(replace(first, target="≥1000人"), *others)), city.centre, 2024
    )

    assert [(each.path, each.new) for each in planned.held] == [("indicators[0].target", "≥1000人")]


def test_what_is_filled_in_already_is_told_apart(city):
    first, *others = EMPTY_ROWS
    there = replace(APPROVED, indicators=(replace(first, actual="1250人"), *others))
    record_at(city, Step.SELF_EVALUATION, form=there)

    planned = plan(FORM, city.centre, 2024)

    assert [(each.path, each.old, each.new) for each in planned.others] == [
        ("indicators[0].actual", "1250人", "1260人")
    ]


def test_an_indicator_that_the_form_does_not_have_is_told(city):
    record_at(city, Step.SELF_EVALUATION, form=replace(APPROVED, indicators=EMPTY_ROWS[:2]))

    assert plan(FORM, city.centre, 2024).strange == ("学员满意度",)


def test_a_form_that_was_handed_in_is_left_alone(city):
    record_at(city, Step.DEPARTMENT_REVIEW, form=APPROVED)

    assert plan(FORM, city.centre, 2024).outcome is Outcome.LOCKED


def test_results_of_another_year_do_not_get_into_this_years_form(city):
    record_at(city, Step.SELF_EVALUATION, form=replace(APPROVED, year=2025))

    assert plan(FORM, city.centre, 2025).outcome is Outcome.OTHER_YEAR


def test_a_form_of_the_same_name_in_another_unit_is_another_form(city):
    record_at(city, Step.SELF_EVALUATION, form=APPROVED)

    assert plan(FORM, city.other_bureau, 2024).outcome is Outcome.DRAFT


def test_projects_of_nearly_the_same_name_are_told(city):
    record_at(city, Step.TARGET_DRAFT, form=of_project("职业技能培训补贴"))

    assert plan(FORM, city.centre, 2024).near == ("职业技能培训补贴",)
