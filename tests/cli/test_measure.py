"""``jiheng measure`` as the holder of the data, and then an auditor, runs it."""

import json
import os
import signal

import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app
from jiheng.cli.measure import telling
from jiheng.evidence.measuring import private_folder
from tests.evidence.home import work_at_home

LEDGER = """
system: cards
title: 云溪县卡务系统
title_en: Cards of Yunxi
meaning: 制卡
tables:
  - name: card
    title: 社保卡
    meaning: 一行是一张卡
    key: [card_id]
    columns:
      - {name: card_id, title: 卡号}
      - {name: person_id, title: 个人编号, personal: true}
      - {name: made, title: 制卡日期, type: date}
"""
MEASURE = """
schema: jiheng.measure/1
id: card-holders
title: 持卡人数
ledger: cards.yaml
question: {ask: distinct, table: card, column: person_id, period: made}
unit: 人
"""
CARDS = """卡号,个人编号,制卡日期
C1,520200001,2023-01-05
C2,520200001,2023-03-09
C3,520200002,2023年6月
C4,520200003,2023-12-31
"""


def run(*words):
    return CliRunner().invoke(app, ["measure", *words])


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Return the folder of the holder of the data."""
    work_at_home(monkeypatch)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cards.yaml").write_text(LEDGER, encoding="utf-8")
    (tmp_path / "holders.yaml").write_text(MEASURE, encoding="utf-8")
    (tmp_path / "cards.csv").write_text(CARDS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def result(office):
    """Return the printed result, which is saved in ``result.json``, too."""
    words = ("holders.yaml", "--ledger", "card=cards.csv", "--year", "2023", "--by", "张三")
    return run("run", *words, "-o", "result.json")


def test_the_programs_of_their_own_give_the_same(result, office, monkeypatch):
    monkeypatch.undo()
    monkeypatch.chdir(office)

    told = run("replay", "result.json", "--ledger", "card=cards.csv")

    assert told.output == "重算的值相同：2人\n"


def test_a_value_is_printed_with_all_that_proves_it(result):
    assert "持卡人数：2人" in result.output
    assert "表 card：4 行，sha256 " in result.output
    assert "由 张三 取数" in result.output
    assert "查询：SELECT COUNT(*)" in result.output


def test_a_cell_that_was_left_out_is_told(result):
    assert "列 made 有 1 格不合它的类型，没有算进去，第一处在第 3 行数据" in result.output


def test_no_number_of_a_person_is_in_what_leaves(result, office):
    assert "520200001" not in (office / "result.json").read_text()
    assert "520200001" not in result.output


def test_the_same_ledger_gives_the_same_value(result):
    told = run("replay", "result.json", "--ledger", "card=cards.csv")

    assert told.exit_code == 0
    assert told.output == "重算的值相同：2人\n"


def test_a_changed_ledger_is_noticed(result, office):
    (office / "cards.csv").write_text(CARDS.replace("520200003", "520200001"), encoding="utf-8")

    told = run("replay", "result.json", "--ledger", "card=cards.csv")

    assert told.exit_code == 1
    assert "原为 2人，现为 1人" in told.output
    assert "表 card 的数据变了" in told.output


def test_a_result_that_somebody_changed_is_not_replayed(result, office):
    document = json.loads((office / "result.json").read_text())
    document["measure"]["question"]["period"] = None
    (office / "result.json").write_text(json.dumps(document))

    told = run("replay", "result.json", "--ledger", "card=cards.csv")

    assert told.exit_code == 2
    assert "有人改过" in told.output


def test_rows_are_drawn_masked_and_the_key_is_kept(office):
    words = ("holders.yaml", "--ledger", "card=cards.csv", "--year", "2023")
    told = run("draw-rows", *words, "--key", "key.txt", "--rows", "2", "--seed", "1")

    assert "3 行符合条件，抽出 2 行" in told.output
    assert "52*****0" in told.output
    assert (office / "key.txt").stat().st_mode & 0o77 == 0


DRAW = ("draw-rows", "holders.yaml", "--ledger", "card=cards.csv", "--year", "2023")
DRAW += ("--key", "key.txt", "--rows", "3", "--seed", "1")


def test_drawn_rows_go_into_a_file_masked(office):
    run(*DRAW, "-o", "rows.csv")

    text = (office / "rows.csv").read_text(encoding="utf-8-sig")
    assert text.startswith('"行","代号","卡号","个人编号","制卡日期"')
    assert '"C1","52*****01","2023-01-05"' in text
    assert "520200001" not in text


def test_persons_are_shown_on_the_screen_only(office):
    told = run(*DRAW, "--open", "-o", "rows.csv")

    assert told.exit_code == 2
    assert "只在屏幕上" in told.output
    assert not (office / "rows.csv").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("run", "nothing", "--ledger", "card=cards.csv"), "没有取数“nothing”"),
        (("run", "nothing.yaml", "--ledger", "card=cards.csv"), "没有这个文件"),
        (("run", "cards.csv.yaml", "--ledger", "card=cards.csv"), "没有这个文件"),
        (("run", "cards.yaml", "--ledger", "card=cards.csv"), "取数文件 cards.yaml"),
        (("run", "holders.yaml", "--ledger", "card=cards.csv"), "--year"),
        (("run", "holders.yaml", "--ledger", "cards.csv", "--year", "2023"), "表名=文件"),
        (("run", "holders.yaml", "--ledger", "card=a.csv", "--year", "2023"), "没有这个文件"),
        (
            ("run", "holders.yaml", "--ledger", "other=cards.csv", "--year", "2023"),
            "card（社保卡）",
        ),
        (("replay", "cards.csv", "--ledger", "card=cards.csv"), "不是取数结果"),
        (("replay", "nothing.json", "--ledger", "card=cards.csv"), "没有这个文件"),
    ],
)
def test_a_wrong_call_is_answered_with_a_sentence(office, words, said):
    told = run(*words)

    assert told.exit_code == 2
    assert said in told.output


def test_the_measures_that_come_with_jiheng_are_listed():
    assert "resident-recipients" in run("list").output


def test_a_quotient_is_printed_with_its_two_numbers(office):
    share = "{ask: share, table: card, which: [{column: made, op: filled}]}"
    text = MEASURE.replace("{ask: distinct, table: card, column: person_id, period: made}", share)
    (office / "share.yaml").write_text(text.replace("人\n", "'%'\n"), encoding="utf-8")

    told = run("run", "share.yaml", "--ledger", "card=cards.csv", "--year", "2023")

    assert "持卡人数：75%" in told.output
    assert "算式：3 ÷ 4" in told.output


def test_another_description_of_the_ledger_may_be_given(office):
    (office / "cards.yaml").rename(office / "ours.yaml")
    words = ("holders.yaml", "--ledger", "card=cards.csv", "--year", "2023")

    assert "持卡人数：2人" in run("run", *words, "--schema", "ours.yaml").output


def test_a_short_key_is_refused(office):
    (office / "key.txt").write_text("123")
    words = ("holders.yaml", "--ledger", "card=cards.csv", "--year", "2023")

    told = run("draw-rows", *words, "--key", "key.txt", "--rows", "2", "--seed", "1")

    assert told.exit_code == 2
    assert "密钥文件太短" in told.output


def test_a_program_that_is_told_to_end_clears_up():
    with pytest.raises(SystemExit), private_folder() as folder, telling():
        os.kill(os.getpid(), signal.SIGTERM)

    assert not folder.exists()


def test_a_column_that_is_not_asked_may_be_missing(office):
    (office / "cards.csv").write_text("卡号,制卡日期\nC1,2023-01-05\n", encoding="utf-8")
    count = MEASURE.replace("distinct", "count").replace(" column: person_id, period: made", "")
    (office / "holders.yaml").write_text(count.replace("card,}", "card}"), encoding="utf-8")

    told = run("run", "holders.yaml", "--ledger", "card=cards.csv", "--year", "2023")

    assert "持卡人数：1人" in told.output
    assert "表 card 的数据没有列 person_id" in told.output


def test_a_column_that_is_asked_must_be_there(office):
    (office / "cards.csv").write_text("卡号,制卡日期\nC1,2023-01-05\n", encoding="utf-8")

    told = run("run", "holders.yaml", "--ledger", "card=cards.csv", "--year", "2023")

    assert told.output == "表 card 的数据没有列 person_id\n"
    assert told.exit_code == 2


def test_a_folder_of_exported_files_takes_the_place_of_naming_them(result, office):
    export = office / "导出"
    export.mkdir()
    (export / "社保卡.csv").write_text(CARDS, encoding="utf-8")

    assert run("replay", "result.json", "--ledger", "导出").output == "重算的值相同：2人\n"
    assert "抽出 3 行" in run(*DRAW[:3], "导出", *DRAW[4:]).output
