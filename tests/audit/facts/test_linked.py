"""Forms of one project, found among the others."""

from jiheng.audit.facts.linked import Projects, years_apart
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build

PACK = load_pack("cn-2020-10")


def forms(count, **given):
    return tuple(score_form(build(given, number), PACK) for number in range(1, count + 1))


def test_a_few_forms_of_one_project_are_its_versions():
    alike = forms(10)

    assert Projects(alike).few(alike[0]) == alike[1:]


def test_many_forms_of_one_project_are_no_versions_of_one_form():
    alike = forms(11)

    assert Projects(alike).few(alike[0]) == ()


def test_which_of_many_forms_is_that_of_last_year_cannot_be_said():
    now = score_form(build({"year": 2024}, 99), PACK)

    assert len(list(years_apart((*forms(9), now)))) == 9
    assert list(years_apart((*forms(10), now))) == []
