"""Routes are read from files, and a route that leads nowhere is refused."""

from datetime import date

import pytest

from jiheng.model.citation import Citation
from jiheng.web.chain.route import (
    ROUTES,
    BadRoute,
    Route,
    Stage,
    checked,
    load_route,
    route_of,
)
from jiheng.web.chain.steps import Step
from jiheng.web.people.models import Organisation
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.people.tree import WrongPlace, add_organisation

SOURCE = Citation(title="云岭市办法", pinpoint="第三条", verified=False)


def route(*stages: Stage) -> Route:
    """Return a route of these stages."""
    return Route(id="yunling", stages=stages, source=SOURCE)


@pytest.mark.parametrize("name", ROUTES)
def test_every_shipped_route_can_be_followed(name):
    assert load_route(name).id == name


def test_an_unknown_route_is_refused():
    with pytest.raises(BadRoute, match="atlantis"):
        load_route("atlantis")


def test_a_route_without_an_end_is_refused():
    with pytest.raises(BadRoute, match="closed"):
        checked(route(Stage(step=Step.TARGET_DRAFT), Stage(step=Step.SELF_EVALUATION)))


def test_a_route_that_turns_back_is_refused():
    with pytest.raises(BadRoute, match="order"):
        checked(
            route(
                Stage(step=Step.SELF_EVALUATION),
                Stage(step=Step.TARGET_DRAFT),
                Stage(step=Step.CLOSED),
            )
        )


def test_a_judgement_without_a_judge_is_refused():
    with pytest.raises(BadRoute, match="nobody judges at department-review"):
        checked(
            route(
                Stage(step=Step.TARGET_DRAFT),
                Stage(step=Step.DEPARTMENT_REVIEW),
                Stage(step=Step.CLOSED),
            )
        )


def test_monitoring_without_its_lights_is_refused():
    with pytest.raises(BadRoute, match="monitoring"):
        checked(
            route(
                Stage(step=Step.TARGET_DRAFT),
                Stage(step=Step.TARGET_APPROVAL, by=(Role.BUDGET_OFFICE,)),
                Stage(step=Step.MONITORING),
                Stage(step=Step.CLOSED),
            )
        )


def test_the_end_has_nothing_after_it():
    with pytest.raises(BadRoute):
        load_route("common").after(Step.CLOSED)


def test_a_deadline_lies_in_the_year_that_the_route_says():
    common = load_route("common")

    assert common.due(Step.SELF_EVALUATION, 2024) == date(2025, 3, 15)
    assert common.due(Step.TARGET_DRAFT, 2024) == date(2023, 11, 30)
    assert common.due(Step.CLOSED, 2024) is None


def test_a_unit_follows_the_route_of_the_nearest_organisation_above(city):
    Organisation.objects.filter(pk=city.bureau.pk).update(route="department-approves")

    assert route_of(city.centre) == "department-approves"
    assert route_of(city.other_bureau) == "common"


def test_a_city_cannot_stand_below_a_bureau(city):
    with pytest.raises(WrongPlace):
        add_organisation("云谷市", OrganisationKind.CITY, city.bureau)
