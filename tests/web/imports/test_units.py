"""Which organisation a form is matched with: exact, plain, the only near one, or nobody knows."""

import pytest
from msgspec.structs import replace

from jiheng.web.access.situations import posts_of
from jiheng.web.chain.steps import Step
from jiheng.web.imports.units import match_unit, units_within
from jiheng.web.people.roles import OrganisationKind
from jiheng.web.people.tree import add_organisation
from tests.web.city import FORM
from tests.web.imports.handing import form


def matched(person, read, step=Step.SELF_EVALUATION):
    """Return what a form is matched with among a person's units."""
    return match_unit(read, units_within(posts_of(person), step))


def names(person, step=Step.SELF_EVALUATION) -> list[str]:
    """Return the organisations for which a person may import."""
    return [unit.name for unit in units_within(posts_of(person), step)]


def test_a_clerk_imports_for_the_own_unit_a_reviewer_for_the_department_finance_for_all(city):
    assert names(city.clerk) == ["云岭市就业服务中心"]
    assert names(city.reviewer) == ["云岭市人力资源和社会保障局", "云岭市就业服务中心"]
    assert "云岭市水务局" in names(city.performance)


def test_nobody_but_the_finance_bureau_puts_closed_forms_in(city):
    assert names(city.clerk, Step.CLOSED) == []
    assert names(city.reviewer, Step.CLOSED) == []
    assert names(city.performance, Step.CLOSED) != []


@pytest.mark.parametrize("who", ["head", "section", "auditor", "third_party", "system_admin"])
def test_others_import_for_nobody(city, who):
    assert names(getattr(city, who)) == []


@pytest.mark.parametrize(
    "name", ["云岭市就业服务中心", "云岭市 就业服务中心", "云岭市就业服务中心。", "就业服务中心"]
)
def test_a_unit_is_known_by_its_name_however_it_is_written(city, name):
    assert matched(city.performance, form(implementing_unit=name)).key == city.centre.pk


def test_who_carries_out_goes_before_who_reports(city):
    read = form(implementing_unit="云岭市就业服务中心", reporting_unit="云岭市水务局")

    assert matched(city.performance, read).key == city.centre.pk


def test_the_department_alone_is_the_unit_where_no_other_is_named(city):
    read = replace(form(implementing_unit=None), reporting_unit=None)

    assert matched(city.performance, read).key == city.bureau.pk


def test_an_unknown_unit_of_a_known_department_is_not_the_department(city):
    read = replace(form(implementing_unit="云岭市技能鉴定所"), reporting_unit=None)

    assert matched(city.performance, read).key is None


def test_of_two_units_of_one_name_the_departments_own_is_taken(city):
    add_organisation("就业服务中心", OrganisationKind.UNIT, city.other_bureau)
    mine = add_organisation("就业服务中心", OrganisationKind.UNIT, city.bureau)

    assert matched(city.performance, form(implementing_unit="就业服务中心")).key == mine.pk


def test_two_units_that_end_alike_are_for_somebody_to_choose(city):
    add_organisation("云峰县就业服务中心", OrganisationKind.UNIT, city.bureau)

    found = matched(city.performance, form(implementing_unit="就业服务中心"))

    assert found.key is None
    assert [unit.name for unit in found.candidates] == ["云岭市就业服务中心", "云峰县就业服务中心"]


def test_a_misspelt_unit_is_proposed_and_not_taken(city):
    read = replace(form(implementing_unit="云岭市就业服务中新"), reporting_unit=None)

    found = matched(city.performance, read)

    assert found.key is None
    assert found.candidates[0].name == "云岭市就业服务中心"


def test_a_form_that_names_nobody_is_nobodys(city):
    read = replace(
        FORM,
        reporting_unit=None,
        project=replace(FORM.project, department=None, implementing_unit=None),
    )

    assert matched(city.performance, read).key is None
