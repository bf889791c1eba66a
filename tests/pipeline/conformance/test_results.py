"""Another program's results beside what was worked by hand."""

import pytest

from jiheng.pipeline.conformance import BadSuite, conform, load_suite
from jiheng.pipeline.conformance.suite import load_results
from tests.pipeline.conformance.cases import counted, graded, qualitative, write, write_results


def verdict(folder, case: dict, result: str) -> str:
    suite = load_suite(write(folder, case))
    results = write_results(folder, f'{{"{case["id"]}": {result}}}')
    (outcome,) = conform(suite, results=results).outcomes
    return outcome.verdict


@pytest.mark.parametrize("result", ['"9.5"', "9.5", '"9.50"', '{"low": "9.5", "high": 9.5}'])
def test_the_expected_score_passes_however_it_is_written(tmp_path, result):
    assert verdict(tmp_path, counted(), result) == "passed"


@pytest.mark.parametrize("result", ['"9.49"', "9.504", "null", '"NaN"', '"优"', "[]", '"9.5分"'])
def test_anything_else_fails(tmp_path, result):
    assert verdict(tmp_path, counted(), result) == "failed"


@pytest.mark.parametrize("result", ['"8"', '"9.25"', '"10"', '{"low": "8", "high": "10"}'])
def test_a_score_within_what_the_rule_allows_passes(tmp_path, result):
    assert verdict(tmp_path, qualitative(), result) == "passed"


@pytest.mark.parametrize("result", ['"7.99"', '"10.01"', '"9.255"', '{"low": "8", "high": "9"}'])
def test_a_score_beyond_or_another_interval_fails(tmp_path, result):
    assert verdict(tmp_path, qualitative(), result) == "failed"


def test_null_says_that_no_score_can_be_said(tmp_path):
    assert verdict(tmp_path, counted(expected=None), "null") == "passed"


def test_a_score_where_none_can_be_said_fails(tmp_path):
    assert verdict(tmp_path, counted(expected=None), '"0"') == "failed"


@pytest.mark.parametrize("result", ['"中"', '"良"', '["良", "中"]'])
def test_a_grade_that_the_total_can_have_passes(tmp_path, result):
    assert verdict(tmp_path, graded(), result) == "passed"


@pytest.mark.parametrize("result", ['"优"', '["中"]', "80"])
def test_another_grade_fails(tmp_path, result):
    assert verdict(tmp_path, graded(), result) == "failed"


def test_what_is_no_result_is_shown_as_it_was_written(tmp_path):
    suite = load_suite(write(tmp_path, counted()))
    results = write_results(tmp_path, '{"count": ["9.5"]}')

    assert conform(suite, results=results).outcomes[0].got == '["9.5"]'


def test_a_case_without_result_is_unanswered(tmp_path):
    suite = load_suite(write(tmp_path, counted(), graded()))
    results = write_results(tmp_path, '{"count": "9.5"}')

    run = conform(suite, results=results)

    assert (run.passed, run.failed, run.unanswered) == (1, 0, 1)


def test_a_result_without_case_is_named(tmp_path):
    suite = load_suite(write(tmp_path, counted()))
    results = write_results(tmp_path, '{"count": "9.5", "cuont": "9.5"}')

    assert conform(suite, results=results).unknown == ("cuont",)


def test_results_of_other_packs_are_no_unknown_ones(tmp_path):
    suite = load_suite(write(tmp_path, counted(), counted(id="other", pack="cn-2017")))
    results = write_results(tmp_path, '{"count": "9.5", "other": "9.5"}')

    run = conform(suite, pack="cn-2017", results=results)

    assert (run.cases, run.unknown) == (1, ())


@pytest.mark.parametrize("text", ["[]", "{", '{"count": '])
def test_results_that_are_no_json_object_are_refused(tmp_path, text):
    suite = load_suite(write(tmp_path, counted()))

    with pytest.raises(BadSuite, match=r"结果.json：读不了"):
        conform(suite, results=write_results(tmp_path, text))


def test_results_in_another_encoding_are_refused_with_a_sentence(tmp_path):
    results = tmp_path / "results.json"
    results.write_bytes('{"grade-90": "优"}'.encode("gbk"))

    with pytest.raises(BadSuite, match=r"results.json：不是 UTF-8 编码"):
        load_results(results)


@pytest.mark.parametrize("result", ['"NaN"', '"优"', "[]", '{"low": "sNaN", "high": "9"}', "true"])
def test_what_no_case_of_the_kind_can_have_is_malformed(tmp_path, result):
    suite = load_suite(write(tmp_path, counted()))
    results = write_results(tmp_path, f'{{"count": {result}}}')

    assert conform(suite, results=results).outcomes[0].malformed


@pytest.mark.parametrize("result", ['"9.49"', "null", '{"low": "1", "high": "2"}'])
def test_a_wrong_result_is_not_malformed(tmp_path, result):
    suite = load_suite(write(tmp_path, counted()))
    results = write_results(tmp_path, f'{{"count": {result}}}')

    assert not conform(suite, results=results).outcomes[0].malformed


def test_two_results_for_one_case_are_refused(tmp_path):
    suite = load_suite(write(tmp_path, counted(), graded()))
    results = write_results(
        tmp_path, '{"count": {"low": "1", "high": "1"}, "grade": "优", "count": "9.5"}'
    )

    with pytest.raises(BadSuite, match="写了不止一个结果：count"):
        conform(suite, results=results)


def test_results_nested_beyond_reason_are_refused(tmp_path):
    suite = load_suite(write(tmp_path, counted()))

    with pytest.raises(BadSuite, match="读不了"):
        conform(suite, results=write_results(tmp_path, '{"count": ' + "[" * 100_000))
