"""Measures as programs meet them: chosen, handed in, asked for, with sentences where they do not fit."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jiheng.web.chain.steps import Step
from jiheng.web.evidence.models import Paper
from tests.evidence.home import work_at_home
from tests.web.api.calling import program_of
from tests.web.city import record_at
from tests.web.measures.training import LEDGER, MEASURE, NAME, chosen_for, measured_from


@pytest.fixture
def record(city, monkeypatch):
    """Return 李芳's form, which is being evaluated."""
    work_at_home(monkeypatch)
    return record_at(city, Step.SELF_EVALUATION)


@pytest.fixture
def rows(record):
    """Return the address of the rows' measures."""
    return f"/forms/{record.number}/measures"


def test_a_program_chooses_a_measure_of_the_units_own(city, rows):
    wanted = {"name": NAME, "measure": MEASURE, "ledger": LEDGER}

    answer = program_of(city.clerk).post(f"{rows}/0", wanted)

    assert (answer.status_code, answer.json()["title"]) == (200, "结业人数")


def test_what_cannot_stand_is_answered_with_its_sentence(city, rows):
    answer = program_of(city.clerk).post(f"{rows}/0", {"name": NAME, "id": "no-such"})

    assert answer.status_code == 409
    assert answer.json()["detail"].startswith("没有取数“no-such”")


def test_a_row_that_is_another_by_now_is_told(city, rows):
    answer = program_of(city.clerk).post(f"{rows}/0", {"name": "另一个", "id": "card-holders"})

    assert (answer.status_code, answer.json()["code"]) == (409, "measures.row-moved")


def test_a_result_is_handed_in_and_read_again(city, record, rows, tmp_path):
    result = measured_from(chosen_for(city, record), tmp_path)
    program = program_of(city.clerk)

    kept = program.hand(f"{rows}/0/results", file=SimpleUploadedFile("result.json", result))

    assert kept.json()["value"] == "2人"
    assert program.get(rows).json()["items"][0]["results"] == [kept.json()]
    assert Paper.objects.count() == 1


def test_a_ledger_that_the_server_does_not_have_is_told(city, record, rows):
    chosen_for(city, record)

    answer = program_of(city.clerk).post(f"{rows}/0/runs", {"source": "培训系统"})

    assert answer.json()["detail"] == "服务器上没有可用于这张表的台账“培训系统”"


def test_a_row_without_a_measure_has_nothing_dropped(city, rows):
    answer = program_of(city.clerk).post(f"{rows}/0", {"name": NAME})

    assert answer.json()["measure"] == ""
