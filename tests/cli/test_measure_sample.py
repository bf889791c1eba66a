"""``jiheng measure sample`` as somebody runs it who wants to try a measure."""

import sys

import msgspec
import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app
from jiheng.corpus.ledgers import targets


def sample(*words):
    return CliRunner().invoke(app, ["measure", "sample", *map(str, words)])


def run(*words):
    return CliRunner().invoke(app, ["measure", "run", *map(str, words)])


def test_it_tells_how_much_was_written_and_planted(tmp_path):
    told = sample("hired-staff", "--rows", 500, "--deaths", "10%", "-o", tmp_path / "台账").output

    assert "行模拟数据，2 个文件" in told
    assert "其中埋下死亡：" in told
    assert "truth.模拟数据.json" in told


def test_a_made_up_ledger_can_be_measured_at_once(tmp_path):
    sample("office-move", "--rows", 60, "--duplicates", "0", "-o", tmp_path)

    told = run(
        "offices-moved",
        "--year",
        2025,
        "--ledger",
        f"office={tmp_path}/office-move.office.模拟数据.csv",
    )

    assert "搬迁科室个数：" in told.output
    assert told.exit_code == 0


@pytest.mark.parametrize(
    ("option", "rate", "planted"),
    [
        ("--duplicates", "12.5%", 1250),
        ("--deaths", "3", 300),
        ("--paid-after-death", "100％", 10_000),
    ],
)
def test_rates_are_percents_of_two_decimals(option, rate, planted, tmp_path):
    sample("electronic-seal", "--rows", 20, option, rate, "-o", tmp_path)
    truth = msgspec.json.decode((tmp_path / "truth.模拟数据.json").read_bytes())

    assert truth["wish"]["rates"][option.removeprefix("--").replace("-", "_")] == planted


@pytest.mark.parametrize("rate", ["101%", "-1%", "0.125%", "often", ""])
def test_what_is_no_percentage_is_refused(rate, tmp_path):
    result = sample("electronic-seal", f"--deaths={rate}", "-o", tmp_path)

    assert result.exit_code == 2
    assert "--deaths 应为 0% 至 100% 的百分数" in result.output


def test_an_unknown_system_is_told_which_there_are(tmp_path):
    result = sample("tax", "-o", tmp_path)

    assert result.exit_code == 2
    assert "没有台账“tax”；可用：social-insurance-core、resident-pension" in result.output


def test_an_unknown_format_is_refused(tmp_path):
    result = sample("electronic-seal", "--format", "xls", "-o", tmp_path)

    assert result.exit_code == 2
    assert "csv、xlsx、parquet、sqlite" in result.output


def test_files_that_are_there_already_are_left_alone(tmp_path):
    (tmp_path / "mine.csv").write_text("a", encoding="utf-8")

    result = sample("electronic-seal", "-o", tmp_path)

    assert result.exit_code == 2
    assert "请换一个空文件夹" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["mine.csv"]


def test_a_file_where_the_folder_should_be_is_told(tmp_path):
    (tmp_path / "taken").write_text("a", encoding="utf-8")

    assert sample("electronic-seal", "-o", tmp_path / "taken").exit_code == 2


def test_a_table_fuller_than_a_sheet_is_refused_with_other_formats(tmp_path, monkeypatch):
    monkeypatch.setattr(targets, "SHEET_ROWS", 10)

    result = sample("electronic-seal", "--rows", 50, "--format", "xlsx", "-o", tmp_path)

    assert result.exit_code == 2
    assert "表 seal 放不下；请用 csv、parquet 或 sqlite" in result.output


def test_without_pyarrow_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    result = sample("electronic-seal", "--rows", 50, "--format", "parquet", "-o", tmp_path)

    assert result.exit_code == 2
    assert 'pip install "jiheng[corpus]"' in result.output
