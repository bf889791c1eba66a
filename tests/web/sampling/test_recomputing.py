"""A third party draws again with nothing but what the platform published, in an empty folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import jiheng
from tests.web.pages.browsing import at_browser

SOURCES = Path(jiheng.__file__).parents[1]
VERIFY = [sys.executable, "-c", "from jiheng.cli import main; main()", "draw", "verify"]
BY_HAND = [sys.executable, "-I", "recompute.py"]


@pytest.fixture
def folder(office, tmp_path) -> Path:
    """Return a folder with what anybody can download, and nothing else."""
    draw, browser = office.drawn(), at_browser(office.city.performance)
    for name in ("frozen.json", "draw.json"):
        (tmp_path / name).write_bytes(browser.get(f"/draws/{draw.pk}/{name}").content)
    (tmp_path / "recompute.py").write_bytes(browser.get("/draws/recompute.py").content)
    return tmp_path


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Return what a command said, with no settings of the platform around it."""
    around = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCES), "PYTHONUTF8": "1"}
    return subprocess.run(
        command, cwd=folder, env=around, capture_output=True, text=True, check=False, timeout=60
    )


def change(folder: Path, do) -> None:
    """Change the published draw."""
    path = folder / "draw.json"
    paper = json.loads(path.read_text(encoding="utf-8"))
    do(paper)
    path.write_text(json.dumps(paper, ensure_ascii=False), encoding="utf-8")


def more_money(paper: dict) -> None:
    """Give a form that was not drawn more money."""
    paper["frozen"]["population"]["entries"][1]["amount"] += 1


def another_secret(paper: dict) -> None:
    """Put another secret under the draw."""
    paper["secret"] = "00" * 32


def another_number(paper: dict) -> None:
    """Put another number under the draw, and a draw that follows from neither."""
    paper["number"] = "01 02 03"
    paper["chosen"] = paper["chosen"][:-1]


def test_jiheng_confirms_the_published_draw(folder):
    done = run(folder, *VERIFY, "draw.json", "--frozen", "frozen.json")

    assert (done.returncode, done.stderr) == (0, "")
    assert "共 6 份" in done.stdout


def test_a_page_of_code_confirms_it_without_jiheng(folder):
    done = run(folder, *BY_HAND, "draw.json", "frozen.json")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("same 一致") == 4


@pytest.mark.parametrize(
    ("do", "why", "by_hand"),
    [
        (more_money, "有人改过总体", "population 总体: DIFFERENT"),
        (another_secret, "保密数与事先公布的承诺值不符", "secret 保密数: DIFFERENT"),
        (another_number, "重新抽取，结果不同", "sample 抽取结果: DIFFERENT"),
    ],
)
def test_whatever_was_changed_is_noticed(folder, do, why, by_hand):
    change(folder, do)

    by_jiheng = run(folder, *VERIFY, "draw.json", "--frozen", "frozen.json")
    alone = run(folder, *BY_HAND, "draw.json", "frozen.json")

    assert (by_jiheng.returncode, alone.returncode) == (1, 1)
    assert why in by_jiheng.stderr
    assert by_hand in alone.stdout


def test_a_population_that_was_frozen_anew_is_noticed_by_whoever_kept_the_first(folder):
    def shorter(paper: dict) -> None:
        paper["population"]["entries"].pop()

    path = folder / "frozen.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    shorter(kept)
    path.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")

    alone = run(folder, *BY_HAND, "draw.json", "frozen.json")

    assert "frozen paper 冻结文件: DIFFERENT" in alone.stdout
