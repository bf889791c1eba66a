"""The forms of the demonstration's projects."""

import pytest

from jiheng.model.points import parse_points
from jiheng.pipeline.judging import judge
from jiheng.web.demo.cast import DemoUnit
from jiheng.web.demo.plan import NAME, city_plan
from jiheng.web.demo.projects import ProjectForm, project_form, under_another_name
from jiheng.web.people.models import Organisation, Person

BUREAU = city_plan().departments[0]
UNIT = DemoUnit(
    unit=Organisation(name="云岭市学生资助中心"),
    plan=BUREAU,
    projects=BUREAU.units["学生资助中心"],
    clerk=Person(name="周长青"),
    section=Person(name="吴雅琴"),
    head=Person(name="徐国良"),
    reviewer=Person(name="黄若溪"),
)


@pytest.fixture(scope="module")
def forms() -> list[ProjectForm]:
    """Return four projects' forms of five years, with two mistakes each."""
    years = range(2023, 2028)
    return [project_form(UNIT, project, year, 2) for project in UNIT.projects for year in years]


def serious(form: ProjectForm) -> list[str]:
    """Return the errors and doubts of a form without mistakes."""
    found = judge(form.right).audit.findings
    return [each.code for each in found if each.counts and each.severity != "info"]


def sum_of_scores(form: ProjectForm) -> int:
    """Return the sum of all scores of a form, in 1/100 point."""
    rows = sum(parse_points(row.score) or 0 for row in form.right.indicators)
    return rows + (parse_points(form.right.funds.lines[0].score) or 0)


def test_a_form_without_mistakes_has_none(forms):
    assert [serious(each) for each in forms] == [[]] * len(forms)


def test_the_scores_add_up(forms):
    totals = [parse_points(each.right.total.score) for each in forms]

    assert [sum_of_scores(each) for each in forms] == totals


def test_a_first_filing_differs_from_the_right_one_by_its_mistakes(forms):
    wrong = [each for each in forms if each.filed != each.right]

    assert len(wrong) > len(forms) // 2


def test_before_the_year_is_over_there_are_targets_and_no_results(forms):
    begun = forms[0].begun

    assert begun.indicators[0].target == forms[0].right.indicators[0].target
    assert {row.actual for row in begun.indicators} == {None}
    assert begun.total.score is None


def test_a_form_names_its_place_unit_and_clerk(forms):
    right = forms[0].right

    assert right.project.department == "云岭市教育局"
    assert right.project.implementing_unit == "云岭市学生资助中心"
    assert right.year == 2023


def test_numbers_move_a_little_from_year_to_year_and_not_to_anywhere(forms):
    budgets = [float(each.right.funds.lines[0].initial_budget or 0) for each in forms]
    years = [budgets[at : at + 5] for at in range(0, len(budgets), 5)]

    assert all(max(each) < 1.3 * min(each) for each in years)
    assert all(len(set(each)) > 1 for each in years)


def test_a_project_may_call_an_indicator_otherwise_from_a_year_on(forms):
    renamed = under_another_name(forms[0])

    before, now = forms[0].right.indicators, renamed.right.indicators
    assert now[0].name == f"全年{before[0].name}"
    assert now[1:] == before[1:]
    assert renamed.begun.indicators[0].name == renamed.filed.indicators[0].name == now[0].name


def test_the_city_has_twelve_departments_with_five_units_and_four_projects_each():
    plan = city_plan()

    assert plan.name == NAME
    assert [len(each.units) for each in plan.departments] == [5] * 12
    assert {len(each) for bureau in plan.departments for each in bureau.units.values()} == {4}


def test_no_two_people_of_the_city_are_called_alike():
    names = [city_plan().person(number) for number in range(300)]

    assert len(set(names)) == 300
