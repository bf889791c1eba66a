"""``jiheng draw`` as an office, and then a stranger, runs it."""

import json

import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app

FORMS = """编号,项目,单位,主管部门,金额（元）,分层
A1,校舍维修,第一小学,教育局,100000,教育
A2,营养改善,第二小学,教育局,"200,000.50",教育
A3,教师培训,教师中心,教育局,50000,教育
B1,河道清淤,河道处,水务局,900000,水务
"""


def run(*words):
    return CliRunner().invoke(app, ["draw", *words])


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Return a folder with the list of forms, frozen."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "forms.csv").write_text(FORMS, encoding="utf-8")
    sizes = ("--size", "教育=2", "--size", "水务=1")
    run("freeze", "forms.csv", "--title", "抽查", "--number-to-come", "彩票", *sizes)
    return tmp_path


def test_a_draw_is_verified_from_its_paper_alone(office):
    run("pick", "frozen.json", "--number", "03 11 17")
    (office / "secret.txt").unlink()

    assert "抽取结果与公布的总体、保密数和公开数一致，共 3 份" in run("verify", "draw.json").output


def test_the_secret_is_in_a_file_of_its_own(office):
    secret = (office / "secret.txt").read_text().strip()

    assert secret not in (office / "frozen.json").read_text()
    assert (office / "secret.txt").stat().st_mode & 0o77 == 0


def test_a_changed_paper_is_told_and_leaves_with_one(office):
    run("pick", "frozen.json", "--number", "03 11 17")
    paper = json.loads((office / "draw.json").read_text())
    paper["frozen"]["population"]["entries"][0]["amount"] = 1
    (office / "draw.json").write_text(json.dumps(paper))

    told = run("verify", "draw.json")

    assert told.exit_code == 1
    assert "有人改过总体" in told.output


def test_a_draw_is_not_written_over_another(office):
    run("pick", "frozen.json", "--number", "03")

    assert run("pick", "frozen.json", "--number", "04").exit_code == 2


def test_a_second_freeze_leaves_the_first_secret_alone(office):
    secret = (office / "secret.txt").read_text()

    run("freeze", "forms.csv", "--title", "抽查", "--number-to-come", "彩票", "--size", "2")

    assert (office / "secret.txt").read_text() == secret


def test_results_say_something_of_all(office):
    run("pick", "frozen.json", "--number", "03 11 17")
    (office / "results.csv").write_text(
        "编号,自评得分,复核得分\nA1,98,96\nA2,98,96\nA3,98,96\nB1,100,98\n", encoding="gb18030"
    )

    assert "复核与自评相差 -2.00 分" in run("estimate", "draw.json", "results.csv").output


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("编号,项目\nA1,x\n", "缺少一栏：amount"),
        ("编号,金额（元）\nA1,很多\n", "第 2 行的“很多”不是可用的数"),
        ("编号,金额（元）\nA1,NaN\n", "不是可用的数"),
        ("编号,金额（元）\nA1,-5\n", "不是可用的数"),
        ("编号,金额（元）\nA1,1e99999\n", "不是可用的数"),
        ("", "缺少一栏：id"),
    ],
)
def test_a_list_that_cannot_be_used_is_told(office, text, told):
    (office / "bad.csv").write_text(text, encoding="utf-8")

    answer = run("freeze", "bad.csv", "--title", "t", "--number-to-come", "n", "--size", "1")

    assert (answer.exit_code, told in answer.output) == (2, True)


@pytest.mark.parametrize("paper", ["{}", "[", '{"schema":"jiheng.draw/1"}', "\xff"])
def test_a_paper_that_is_none_is_told(office, paper):
    (office / "odd.json").write_text(paper, encoding="latin-1")

    assert "这不是冻结文件或抽取文件" in run("verify", "odd.json").output
