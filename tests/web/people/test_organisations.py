"""系统管理员: the tree of organisations grows, is renamed and re-hung, within one's branch."""

import pytest

from jiheng.web.chain.steps import Step
from jiheng.web.journal.models import Entry
from jiheng.web.people.models import Organisation
from jiheng.web.people.tree import WrongPlace, add_organisation, move_organisation
from tests.web.city import record_at
from tests.web.pages.browsing import at_browser, texts


def test_the_tree_shows_the_branch_and_nothing_above_it(city):
    names = texts(at_browser(city.system_admin), "/organisations/", "tbody th")

    assert names == ["云岭市", "云岭市人力资源和社会保障局", "云岭市就业服务中心", "云岭市水务局"]


def test_an_organisation_is_added_below_another(city):
    sent = {"name": "云岭市水质监测站", "kind": "unit", "above": city.other_bureau.pk}

    at_browser(city.system_admin).post("/organisations/", sent)

    added = Organisation.objects.get(name="云岭市水质监测站")
    assert added.branch.startswith(city.other_bureau.branch)
    assert Entry.objects.get(action="add-organisation").person_name == "席统"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": "云岭市水务局"}, "已有同名机构：云岭市水务局"),
        ({"name": "站"}, "机构名称须为 2 到 120 个字：站"),
        ({"name": "<b>水质站</b>"}, "机构名称须为 2 到 120 个字"),
        ({"kind": "galaxy"}, "没有这种类别或岗位：galaxy"),
        ({"kind": "city"}, "不能放在这里"),
    ],
)
def test_what_makes_no_organisation_is_refused_with_a_sentence(city, changed, sentence):
    sent = {"name": "水质监测站", "kind": "unit", "above": city.other_bureau.pk, **changed}

    answer = at_browser(city.system_admin).post("/organisations/", sent)

    assert answer.status_code == 409
    assert sentence in answer.content.decode()
    assert Organisation.objects.count() == 5


def test_nothing_is_added_outside_ones_branch(city):
    province = Organisation.objects.get(name="云山省")
    sent = {"name": "云谷市", "kind": "city", "above": province.pk}

    assert at_browser(city.system_admin).post("/organisations/", sent).status_code == 404


def test_an_organisation_is_renamed(city):
    address = f"/organisations/{city.other_bureau.pk}/"

    at_browser(city.system_admin).post(address, {"name": "云岭市水利局", "route": ""})

    assert Organisation.objects.get(pk=city.other_bureau.pk).name == "云岭市水利局"
    assert Entry.objects.filter(action="change-organisation", subject="云岭市水务局").exists()


def test_an_organisation_is_given_a_route(city):
    sent = {"name": city.bureau.name, "route": "department-approves"}

    at_browser(city.system_admin).post(f"/organisations/{city.bureau.pk}/", sent)

    assert Organisation.objects.get(pk=city.bureau.pk).route == "department-approves"


def test_the_list_names_a_route_in_words(city):
    Organisation.objects.filter(pk=city.bureau.pk).update(route="department-approves")

    routes = texts(at_browser(city.system_admin), "/organisations/", "tbody td:nth-child(4)")

    assert routes == ["—", "主管部门批复（部门审核后办结）", "—", "—"]


def test_a_moved_unit_is_seen_by_its_new_bureau(city):
    record = record_at(city, Step.SELF_EVALUATION)
    sent = {"name": city.centre.name, "above": city.other_bureau.pk, "route": ""}

    at_browser(city.system_admin).post(f"/organisations/{city.centre.pk}/", sent)

    page = f"/forms/{record.number}/"
    assert at_browser(city.stranger).get(page).status_code == 200
    assert at_browser(city.reviewer).get(page).status_code == 404
    assert at_browser(city.clerk).get(page).status_code == 200


def test_what_lies_below_moves_along(city):
    station = add_organisation("分中心", "unit", city.bureau)
    county = add_organisation("云岭县", "county", city.city)

    move_organisation(city.bureau, county)

    station.refresh_from_db()
    assert station.branch == f"{county.branch}{city.bureau.pk}.{station.pk}."


def test_nothing_moves_below_itself_or_its_like(city):
    with pytest.raises(WrongPlace):
        move_organisation(city.bureau, city.centre)
    with pytest.raises(WrongPlace):
        move_organisation(city.bureau, city.other_bureau)


def test_an_organisation_outside_the_branch_does_not_exist(city):
    province = Organisation.objects.get(name="云山省")
    sent = {"name": "改名省", "route": ""}

    assert (
        at_browser(city.system_admin).post(f"/organisations/{province.pk}/", sent).status_code
        == 404
    )
