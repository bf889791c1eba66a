"""A program moves several forms at once: each by itself, and each only as its person may."""

import pytest

from jiheng.web.chain.models import ReturnedCell
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from tests.web.api.calling import program_of
from tests.web.city import record_at
from tests.web.rectification.notices import WRONG


def named(*records) -> list[dict]:
    """Return forms as a body names them, in their first version."""
    return [{"number": each.number, "version": 1} for each in records]


def steps() -> list[str]:
    """Return where the forms stand now."""
    return list(FormRecord.objects.order_by("pk").values_list("step", flat=True))


@pytest.fixture
def evaluated(city):
    """Return two forms of 李芳 that lack nothing."""
    return [record_at(city, Step.SELF_EVALUATION) for _ in range(2)]


def test_what_can_be_handed_in_is_handed_in_together(city, evaluated):
    program = program_of(city.clerk)
    ready = program.get("/hand-in?year=2024").json()["items"]
    body = {"year": 2024, "declared": True, "forms": named(*evaluated)}
    answer = program.post("/hand-in", body).json()

    assert [each["number"] for each in ready] == [each.number for each in evaluated]
    assert [each["step"] for each in answer["done"]] == ["department-review"] * 2


def test_nothing_is_handed_in_that_is_not_declared(city, evaluated):
    body = {"year": 2024, "declared": False, "forms": named(*evaluated)}

    assert program_of(city.clerk).post("/hand-in", body).status_code == 409
    assert steps() == ["self-evaluation"] * 2


def test_nobody_hands_in_for_others(city, evaluated):
    body = {"year": 2024, "declared": True, "forms": named(*evaluated)}
    answer = program_of(city.reviewer).post("/hand-in", body).json()

    assert [each["code"] for each in answer["refused"]] == ["web.ruling.not-now"] * 2
    assert steps() == ["self-evaluation"] * 2


def test_a_form_that_another_version_overtook_is_told_and_the_others_go_on(city):
    first, second = (record_at(city, Step.DEPARTMENT_REVIEW) for _ in range(2))
    FormRecord.objects.filter(pk=first.pk).update(version=2)
    answer = program_of(city.reviewer).post(
        "/actions/review-department", {"forms": named(first, second)}
    )

    assert [each["number"] for each in answer.json()["done"]] == [second.number]
    assert [each["code"] for each in answer.json()["refused"]] == ["web.refused.out-of-date"]


def test_one_form_out_of_reach_lets_nothing_happen(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    forms = [*named(record), {"number": "NO-SUCH-FORM", "version": 1}]
    answer = program_of(city.reviewer).post("/actions/review-department", {"forms": forms})

    assert answer.status_code == 404
    assert steps() == ["department-review"]


def test_a_return_points_to_the_findings_of_each_form(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    body = {"forms": named(record), "reason": "请核对", "propose": True}
    program_of(city.reviewer).post("/actions/send-back", body)

    assert steps() == ["self-evaluation"]
    assert ReturnedCell.objects.filter(event__record=record).exists()


def test_what_is_done_form_by_form_is_not_done_with_several(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    answer = program_of(city.clerk).post("/actions/withdraw", {"forms": named(record)})

    assert (answer.status_code, answer.json()["code"]) == (409, "api.refused.one-by-one")
