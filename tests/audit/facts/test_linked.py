from jiheng.audit.facts.linked import Projects, is_same_project, project_key, years_apart
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import CLEAN, build

PACK = load_pack("cn-2020-10")


def scored(index: int = 1, year: int = 2023, **project):
    return score_form(
        build({"year": year, "project": {**CLEAN["project"], **project}}, index), PACK
    )


def test_one_code_is_one_project_whatever_its_name():
    assert is_same_project(scored(code="A01"), scored(name="技能培训", code="A01"))


def test_two_codes_are_two_projects_though_the_names_agree():
    assert not is_same_project(scored(code="A01"), scored(code="A02"))


def test_one_name_in_two_units_is_two_projects():
    assert not is_same_project(scored(), scored(implementing_unit="青石县技能中心"))


def test_a_unit_may_be_named_with_its_county_or_without():
    assert is_same_project(
        scored(implementing_unit="职业技能中心"), scored(implementing_unit="云溪县职业技能中心")
    )


def test_where_a_form_names_no_unit_the_departments_decide():
    bare = {**CLEAN["project"], "implementing_unit": None, "department": "青石县人力资源局"}
    nameless = score_form(build({"reporting_unit": None, "project": bare}), PACK)

    assert not is_same_project(nameless, scored())


def test_quotes_and_the_word_project_do_not_tell_projects_apart():
    assert project_key("“技能培训”项目") == project_key("技能 培训")


def test_a_form_is_no_partner_of_itself():
    one, other = scored(1), scored(2)

    assert Projects((one, other)).of(one) == (other,)


def test_only_following_years_are_paired():
    early, late, far = scored(1, 2021), scored(2, 2022), scored(3, 2024)

    assert [(pair.beside, pair.form) for pair in years_apart((late, far, early))] == [(early, late)]
