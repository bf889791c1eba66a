"""``jiheng audit --evidence`` as a clerk runs it before handing in."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app

FORM = Path(__file__).parents[2] / "examples" / "云溪市公路养护中心2024年度自评表.docx"


def audit(*words):
    return CliRunner().invoke(app, ["audit", str(FORM), *map(str, words)])


@pytest.fixture
def folder(tmp_path):
    """Return a folder with the list of villages that the road project names."""
    home = tmp_path / "佐证" / "农村公路日常养护" / "受益行政村数量"
    home.mkdir(parents=True)
    rows = [f"{number},第{number}村" for number in range(1, 47)]
    (home / "名单.csv").write_text("序号,村名称\n" + "\n".join(rows), encoding="utf-8")
    (home.parent / "另一项").mkdir()
    return tmp_path / "佐证"


def test_supported_points_stand_beside_the_claimed_ones(folder):
    told = audit("--evidence", folder).output

    assert "农村公路日常养护：自评 99.67 分，其中有佐证支撑 15 分" in told
    assert "县乡道危桥改造：自评 90.23 分，其中有佐证支撑 0 分" in told
    assert "佐证文件夹里的 另一项 对不上任何一项指标" in told


def test_the_report_shows_the_proof_of_each_item(folder, tmp_path):
    audit("--evidence", folder, "-o", tmp_path / "out")
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")

    assert "名单去重后是 46（名单.csv）" in page
    assert "佐证充分" in page
    assert "有佐证支撑的分值" in page


def test_the_audit_carries_the_proofs(folder):
    first = json.loads(audit("--evidence", folder, "--format", "jsonl").output.splitlines()[0])

    assert first["proofs"]["supported"] == "15"
    assert {"CF17", "CF18"} <= set(first["checks"]["failed"])


def test_without_a_folder_nothing_is_asked_of_proof():
    first = json.loads(audit("--format", "jsonl").output.splitlines()[0])

    assert first["proofs"] is None
    assert {"CF17", "CF18"} <= set(first["checks"]["not_applicable"])


def test_what_is_no_folder_is_told(tmp_path):
    told = audit("--evidence", tmp_path / "没有")

    assert told.exit_code == 2
    assert "不是文件夹" in told.output
