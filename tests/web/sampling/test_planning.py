"""The plan of a draw looks at the forms as they are."""

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.sampling.models import Basis, Entry
from jiheng.web.sampling.planning import planned
from jiheng.web.sampling.population import candidates, not_ready
from jiheng.web.sampling.running import freeze
from tests.web.city import record_at


def strata(draw) -> list[tuple[str, int, int]]:
    """Return name, forms and size of each stratum of a plan."""
    return [(each.part.name, each.part.forms, each.size) for each in planned(draw)]


def test_departments_stand_in_the_order_of_the_tree(office):
    assert strata(office.planned()) == [
        ("云岭市人力资源和社会保障局", 8, 4),
        ("云岭市水务局", 4, 2),
    ]


def test_forms_are_put_into_classes_of_their_budget(office):
    draw = office.planned(basis=Basis.SIZE, limits="50,200", total=7)

    assert strata(draw) == [
        ("不足 50 万元", 4, 2),
        ("50 万元至不足 200 万元", 6, 3),
        ("200 万元及以上", 2, 2),
    ]


def test_forms_are_put_together_by_what_was_found(office):
    draw = office.planned(basis=Basis.FINDINGS, total=4)

    assert [name for name, _, _ in strata(draw)] == ["有错误"]


def test_without_strata_all_forms_are_in_one(office):
    assert strata(office.planned(basis=Basis.NONE)) == [("全部", 12, 6)]


def test_only_forms_with_which_their_department_is_done_can_be_drawn(office):
    for step in (Step.SELF_EVALUATION, Step.DEPARTMENT_REVIEW, Step.DEPARTMENT_REVIEW):
        record_at(office.city, step)
    draw = office.planned()

    assert len(candidates(draw)) == 12
    assert not_ready(draw) == ((Step.SELF_EVALUATION, 1), (Step.DEPARTMENT_REVIEW, 2))


def test_a_draw_in_a_department_draws_from_its_own_forms(office):
    draw = office.planned(organisation=office.city.other_bureau)

    assert {each.unit for each in candidates(draw)} == {"云岭市水质监测站"}
    assert strata(draw) == [("云岭市水务局", 4, 4)]


def test_a_form_of_another_year_is_not_drawn_from(office):
    FormRecord.objects.filter(number="YL-2024-0001").update(year=2023)

    assert len(candidates(office.planned())) == 11


def test_freezing_asks_no_question_for_each_form(office, django_assert_max_num_queries):
    draw = office.committed()

    with django_assert_max_num_queries(24):
        freeze(office.city.performance, draw.pk)

    assert Entry.objects.filter(draw=draw).count() == 12
