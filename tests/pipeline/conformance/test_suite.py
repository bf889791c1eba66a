"""The suite that comes with Jiheng, and what files of cases may say."""

import re

import pytest

from jiheng.model.conformance import Grades
from jiheng.pipeline.conformance import BadSuite, conform, load_suite
from jiheng.rulebook.loading import PACK_IDS
from tests.pipeline.conformance.cases import counted, write

SUITE = load_suite()
CASES = [case for _, case in SUITE.cases]
BY_ID = pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)


def test_this_engine_gives_every_result_that_was_worked_by_hand():
    run = conform(SUITE)

    assert [outcome for outcome in run.outcomes if outcome.verdict != "passed"] == []
    assert run.cases == len(CASES) >= 120


def test_texts_and_numbers_are_both_put_to_the_engine():
    given = {outcome.given for outcome in conform(SUITE).outcomes}

    assert given == {"printed", "numbers"}


@pytest.mark.parametrize(
    "pack", ["cn-2017", "cn-2020-10", "cn-2021-101", "guyuan-2024", "liupanshui-2023"]
)
def test_a_pack_is_spoken_of_in_many_topics(pack):
    assert len(SUITE.only(pack).topics) >= 10


def test_every_pack_that_scores_in_its_own_way_is_spoken_of():
    # henan-2024 states weights only.
    assert set(PACK_IDS) - {"henan-2024"} <= set(SUITE.packs)


@BY_ID
def test_a_case_rests_on_a_value_of_its_pack(case):
    assert getattr(SUITE.pack(case.pack), case.rule) is not None


@BY_ID
def test_the_working_comes_to_the_expected_result(case):
    assert wanted(case.expected) <= said(case.working.zh)
    assert wanted(case.expected) <= said(case.working.en)


def wanted(expected) -> set[str]:
    if isinstance(expected, Grades):
        return set(expected.grades)
    return set() if expected is None else {expected.low, expected.high}


def said(working: str) -> set[str]:
    return set(re.findall(r"(?<![\d.])\d+(?:\.\d+)?|[优良中差低]|不?合格", working))


def test_a_wrong_expectation_is_reported_with_what_the_engine_gives(tmp_path):
    write(tmp_path, counted(expected={"low": "9.6", "high": "9.6"}))

    run = conform(load_suite(tmp_path))

    assert [(each.given, each.verdict, each.got.low) for each in run.outcomes] == [
        ("printed", "failed", "9.5"),
        ("numbers", "failed", "9.5"),
    ]
    assert (run.cases, run.failed) == (1, 1)


def test_numbers_that_say_something_else_than_the_texts_fail_alone(tmp_path):
    numbers = {"kind": "values", "operator": "ge", "target": "400", "actual": "200", "weight": "10"}
    write(tmp_path, counted(numbers=numbers))

    run = conform(load_suite(tmp_path))

    assert [(each.given, each.verdict) for each in run.outcomes] == [
        ("printed", "passed"),
        ("numbers", "failed"),
    ]
    assert (run.passed, run.failed) == (0, 1)


def test_a_wider_interval_than_expected_fails(tmp_path):
    write(tmp_path, counted(expected={"low": "9", "high": "10"}))

    assert conform(load_suite(tmp_path)).failed == 1


def test_a_pack_that_lies_beside_the_cases_comes_first(tmp_path):
    write(tmp_path, counted(pack="yunxi-halves", expected={"low": "9", "high": "9"}))
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "yunxi-halves.yaml").write_text(
        """\
id: yunxi-halves
title: 云溪县整分记分
version: "1"
extends: cn-2020-10
rounding:
  value: {mode: truncate, places: 0, order: score-only}
  source: {title: 云财绩〔2024〕3号, pinpoint: 第六条, verified: false}
""",
        encoding="utf-8",
    )

    assert conform(load_suite(tmp_path)).passed == 1


def test_one_file_alone_can_be_asked(tmp_path):
    write(tmp_path, counted(), name="a.json")
    other = write(tmp_path, counted(id="other"), name="b.json")

    assert [case.id for _, case in load_suite(other).cases] == ["other"]


def test_a_score_that_is_no_string_is_refused(tmp_path):
    write(tmp_path, counted(expected={"low": 9.5, "high": 9.5}))

    with pytest.raises(BadSuite, match=r"trial.json：读不了（cases\[0\].expected.low 应为文字）"):
        load_suite(tmp_path)


def test_two_cases_of_one_id_are_refused(tmp_path):
    write(tmp_path, counted(), counted())

    with pytest.raises(BadSuite, match="两个用例同名：count"):
        load_suite(tmp_path)


def test_a_pack_that_there_is_not_is_refused(tmp_path):
    write(tmp_path, counted(pack="nowhere-2024"))

    with pytest.raises(BadSuite, match="没有规则包“nowhere-2024”"):
        load_suite(tmp_path)


def test_a_folder_without_cases_is_refused(tmp_path):
    with pytest.raises(BadSuite, match="没有用例文件"):
        load_suite(tmp_path)


def test_a_file_beyond_the_limit_is_refused(tmp_path):
    (tmp_path / "long.json").write_bytes(b" " * 4_000_001)

    with pytest.raises(BadSuite, match=r"long\.json：超过 4000000 字节"):
        load_suite(tmp_path)
