"""A program begins a form, fills it in, hands it in; a reviewer's program sends it back."""

import pytest

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.forms.saving import form_of
from tests.web.api.calling import program_of
from tests.web.city import record_at

ACTUAL = "indicators[0].actual"
ROW = {
    "level1": "产出指标",
    "level2": "数量指标",
    "name": "招聘会场次",
    "target": "≥4场",
    "weight": "50",
}


@pytest.fixture
def record(city):
    """Return 李芳's form, open for its self-evaluation."""
    return record_at(city, Step.SELF_EVALUATION)


def saved(program, record, version: int, **cell: str | None):
    """Return what is answered when a program writes a cell."""
    changes = [{"path": ACTUAL, **cell}]
    return program.post(f"/forms/{record.number}/cells", {"version": version, "changes": changes})


def text_now(record) -> str | None:
    """Return what stands in the cell."""
    return form_of(FormRecord.objects.get(pk=record.pk)).indicators[0].actual


def test_a_form_goes_out_as_the_engine_writes_it(city, record):
    found = program_of(city.clerk).get(f"/forms/{record.number}").json()

    assert found["document"]["schema"] == "jiheng.form/1"
    assert found["document"]["indicators"][0]["actual"] == "1260人"
    assert ACTUAL in found["open_cells"]
    assert "hand-in" in found["actions"]


def test_amounts_scores_and_rates_are_texts(city, record):
    line = program_of(city.clerk).get("/forms?year=2024").json()["items"][0]

    assert (line["budget"], line["executed"], line["rate"], line["printed"]) == (
        "800000", "760000", "95", "99.5",
    )  # fmt: skip


def test_a_form_is_begun(city):
    body = {"unit": city.centre.pk, "project": "招聘会", "year": 2026, "rows": [ROW]}
    number = program_of(city.clerk).post("/forms", body).json()["line"]["number"]

    form = form_of(FormRecord.objects.get(number=number))
    assert (form.project.name, form.indicators[0].name) == ("招聘会", "招聘会场次")


def test_a_name_with_a_comma_stays_one_name(city):
    rows = [{**ROW, "name": "招聘会，含线上"}]
    body = {"unit": city.centre.pk, "project": "招聘会", "year": 2026, "rows": rows}
    found = program_of(city.clerk).post("/forms", body).json()

    assert found["document"]["indicators"][0]["name"] == "招聘会，含线上"


def test_a_cell_is_written(city, record):
    answer = saved(program_of(city.clerk), record, 1, new="1262人")

    assert (answer.status_code, answer.json()["version"]) == (200, 2)
    assert answer.json()["cells"][ACTUAL] == "1262人"
    assert text_now(record) == "1262人"


def test_a_cell_that_somebody_else_changed_is_told_and_left(city, record):
    saved(program_of(city.colleague), record, 1, new="1261人")
    answer = saved(program_of(city.clerk), record, 1, old="1260人", new="1262人")

    assert answer.status_code == 409
    assert answer.json()["cells"] == [
        {"path": ACTUAL, "now": "1261人", "mine": "1262人", "why": "changed"}
    ]
    assert text_now(record) == "1261人"


def test_without_what_was_seen_an_old_version_writes_nothing(city, record):
    saved(program_of(city.colleague), record, 1, new="1261人")
    answer = saved(program_of(city.clerk), record, 1, new="1262人")

    assert (answer.status_code, answer.json()["version"]) == (409, 2)
    assert text_now(record) == "1261人"


def test_the_cells_of_a_save_that_can_be_written_are(city, record):
    changes = [{"path": ACTUAL, "new": "1262人"}, {"path": "indicators[0].target", "new": "≥1人"}]
    answer = program_of(city.clerk).post(
        f"/forms/{record.number}/cells", {"version": 1, "changes": changes}
    )

    assert [each["why"] for each in answer.json()["cells"]] == ["locked"]
    assert text_now(record) == "1262人"


def test_what_changes_nothing_makes_no_version(city, record):
    answer = saved(program_of(city.clerk), record, 1, new="1260人")

    assert answer.status_code == 200
    assert FormVersion.objects.filter(record=record).count() == 1


def test_a_form_is_handed_in_and_sent_back_to_a_cell(city, record):
    clerk, reviewer = program_of(city.clerk), program_of(city.reviewer)
    path = f"/forms/{record.number}/actions"
    clerk.post(f"{path}/hand-in", {"version": 1})
    back = {"version": 1, "reason": "人数与台账不符", "cells": [{"path": ACTUAL, "remark": "核对"}]}
    answer = reviewer.post(f"{path}/send-back", back)

    assert answer.json()["step"] == "self-evaluation"
    told = clerk.get(f"/forms/{record.number}/history").json()["items"][0]
    assert (told["reason"], told["cells"][0]["remark"]) == ("人数与台账不符", "核对")
    assert clerk.get(f"/forms/{record.number}").json()["open_cells"] != []


def test_an_action_without_its_reason_is_refused(city, record):
    path = f"/forms/{record.number}/actions"
    program_of(city.clerk).post(f"{path}/hand-in", {"version": 1})
    answer = program_of(city.reviewer).post(f"{path}/send-back", {"version": 1})

    assert (answer.status_code, answer.json()["code"]) == (409, "web.refused.reason")


def test_an_action_on_a_version_that_is_gone_is_refused(city, record):
    saved(program_of(city.colleague), record, 1, new="1261人")
    answer = program_of(city.clerk).post(f"/forms/{record.number}/actions/hand-in", {"version": 1})

    assert (answer.status_code, answer.json()["version"]) == (409, 2)


def test_nobody_reviews_by_program_what_they_filled_in(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    FormRecord.objects.filter(pk=record.pk).update(filler=city.reviewer)
    path = f"/forms/{record.number}/actions/review-department"
    answer = program_of(city.reviewer).post(path, {"version": 1})

    assert (answer.status_code, answer.json()["code"]) == (403, "web.ruling.own-form")


def test_what_can_be_done_now_says_what_it_asks_for(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    items = program_of(city.reviewer).get(f"/forms/{record.number}/actions").json()["items"]

    asks = {each["action"]: each["asks"] for each in items}
    assert asks == {"review-department": [], "send-back": ["reason", "cells"]}


def test_before_there_are_results_nothing_is_found(city):
    record = record_at(city, Step.TARGET_DRAFT)
    answer = program_of(city.clerk).get(f"/forms/{record.number}/findings")

    assert (answer.status_code, answer.json()["code"]) == (409, "api.refused.not-judged")


def test_every_score_says_where_it_comes_from(city, record):
    items = program_of(city.clerk).get(f"/forms/{record.number}/scores").json()["items"]

    assert [each["at"] for each in items][:2] == ["total.score", "funds.lines[0].score"]
    assert all(each["calculations"] for each in items)


def test_a_list_of_forms_costs_no_query_a_row(city, django_assert_max_num_queries):
    program = program_of(city.clerk)
    for _ in range(12):
        record_at(city, Step.SELF_EVALUATION)
    program.get("/forms")

    with django_assert_max_num_queries(8):
        assert program.get("/forms").json()["page"]["count"] == 12
