import json

import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app
from tests.pipeline.conformance.cases import counted, graded, qualitative, write, write_results


def conformance(*words):
    return CliRunner().invoke(app, ["conformance", *map(str, words)])


def test_the_cases_that_come_with_jiheng_pass():
    result = conformance()

    assert result.exit_code == 0, result.output
    assert "不符 0，未答 0" in result.output


def test_the_table_counts_by_topic():
    result = conformance("--pack", "guyuan-2024")

    (row,) = [line for line in result.output.splitlines() if "反向指标" in line]
    assert row.split() == ["反向指标", "2", "2", "0", "0"]


def test_a_wrong_result_is_shown_beside_the_expected_one_and_its_working(tmp_path):
    write(tmp_path, counted(expected={"low": "9.6", "high": "9.6"}))

    result = conformance(tmp_path)

    assert result.exit_code == 1
    assert "不符：count（cn-2020-10，按表上文字）未达到：应为 9.6，得到 9.5" in result.output
    assert "算法：380 ÷ 400 = 95%；10 × 95% = 9.5" in result.output


def test_another_programs_results_are_held_against_the_cases(tmp_path):
    cases = write(tmp_path, counted(), qualitative(), graded())
    results = write_results(tmp_path, '{"count": 9.5, "words": "7", "odd": "1"}')

    result = conformance(cases, "--results", results)

    assert result.exit_code == 1
    assert "不符：words（cn-2020-10，别家结果）未达到：应为 8 至 10，得到 7" in result.output
    assert "未答：grade" in result.output
    assert "结果里有、用例里没有的编号：odd" in result.output
    assert "共 3 例：相符 1，不符 1，未答 1" in result.output


def test_an_unanswered_case_is_no_success(tmp_path):
    cases = write(tmp_path, counted())

    result = conformance(cases, "--results", write_results(tmp_path, "{}"))

    assert result.exit_code == 1


def test_json_holds_every_outcome(tmp_path):
    result = conformance(write(tmp_path, counted()), "--json")

    run = json.loads(result.output)
    assert (run["schema"], run["passed"]) == ("jiheng.conformance-run/1", 1)
    assert [outcome["given"] for outcome in run["outcomes"]] == ["printed", "numbers"]


def test_a_pack_without_cases_is_a_wrong_call():
    result = conformance("--pack", "yunxi-2024")

    assert result.exit_code == 2
    assert "没有规则包“yunxi-2024”的用例；有用例的：" in result.output


@pytest.mark.parametrize("option", [(), ("--results",)])
def test_a_file_that_there_is_not_is_a_wrong_call(tmp_path, option):
    result = conformance(*option, tmp_path / "没有.json")

    assert result.exit_code == 2
    assert "没有.json" in result.output


def test_a_result_that_is_none_is_told_as_such(tmp_path):
    cases = write(tmp_path, counted())

    result = conformance(cases, "--results", write_results(tmp_path, '{"count": "优"}'))

    assert result.exit_code == 1
    assert "写法不对：count" in result.output
    assert '写的是 "优"，不是这道题的结果' in result.output


def test_of_many_unanswered_cases_the_first_are_named_and_all_counted(tmp_path):
    cases = write(tmp_path, *(counted(id=f"case-{number}") for number in range(9)))

    result = conformance(cases, "--results", write_results(tmp_path, "{}"))

    assert "未答 9 例，如：case-0、case-1、case-2、case-3、case-4\n" in result.output
