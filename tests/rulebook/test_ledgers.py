"""The documented ledgers, and those that a unit describes itself."""

from pathlib import Path

import pytest

from jiheng.rulebook.ledgers import LEDGER_IDS, BadLedger, all_ledgers, load_ledger, parse_ledger
from jiheng.rulebook.proofs import all_measures
from tests.seeds.seed_files import FOLDER, needs_seeds

OWN = """
system: school-meals
title: 营养午餐系统
title_en: School meals
meaning: 学生营养午餐的发放
tables:
  - name: meal
    title: 发放记录
    meaning: 一行是一名学生一天的一份午餐
    key: [meal_id]
    columns:
      - {name: meal_id, title: 流水号}
      - {name: price, title: 金额, type: decimal, places: 2, unit: 元}
"""


def test_a_units_own_ledger_is_read_from_its_file(tmp_path: Path):
    path = tmp_path / "meals.yaml"
    path.write_text(OWN, encoding="utf-8")

    ledger = load_ledger(path)

    assert ledger.table("发放记录").column("金额").name == "price"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "key: [meal_id]",
            "key: [number]",
            "meal key 应写本表的列名（meal_id、price），没有：number",
        ),
        ("places: 2, ", "", "列 price 的 places 不对"),
        ("title: 金额", "title: 流水号", "“流水号”为空或重复"),
        ("name: price", "name: Price!", "“Price!”不能作名称"),
        ("school-meals", "学校", "“学校”不能作名称"),
        ("meaning: 学生营养午餐的发放\n", "", "缺少 meaning"),
        ("type: decimal", "type: float", "type 不能写“float”"),
        ("system: school-meals", "system: a\nsystem: b", "写法不对"),
    ],
)
def test_what_cannot_stand_is_told_with_its_place(old: str, new: str, says: str):
    with pytest.raises(BadLedger) as refused:
        parse_ledger(OWN.replace(old, new).encode(), "meals.yaml")

    assert str(refused.value).startswith("台账说明 meals.yaml：")
    assert says in str(refused.value)


def test_a_ledger_without_tables_is_refused():
    head = OWN.partition("tables:")[0]

    with pytest.raises(BadLedger, match="没有写任何表"):
        parse_ledger(f"{head}tables: []".encode(), "meals.yaml")


def test_an_enormous_file_is_refused():
    with pytest.raises(BadLedger, match="超过 1000000 字节"):
        parse_ledger(b"#" * 1_000_001, "meals.yaml")


def test_a_name_that_is_neither_built_in_nor_a_file_is_told_what_there_is():
    with pytest.raises(BadLedger, match="没有台账“pension”；内置的有：social-insurance-core、"):
        load_ledger("pension")


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(BadLedger, match="没有这个文件或文件夹"):
        load_ledger(tmp_path / "none.yaml")


def test_every_ledger_is_filed_under_its_own_id():
    assert [each.system for each in all_ledgers()] == list(LEDGER_IDS)


def test_no_ledger_names_a_person_in_a_column_that_may_leave():
    open_names = [
        column.title
        for ledger in all_ledgers()
        for table in ledger.tables
        for column in table.columns
        if not column.personal and column.title in {"姓名", "身份证号", "个人编号", "人员编号"}
    ]

    assert open_names == []


def test_every_system_has_a_measure_that_feeds_an_indicator():
    assert {each.ledger for each in all_measures() if each.feeds} == set(LEDGER_IDS)


@needs_seeds
def test_indicators_are_named_as_the_published_forms_word_them():
    text = "".join(path.read_text("utf-8") for path in FOLDER.glob("*.txt")).replace(" ", "")

    unknown = {name for each in all_measures() for name in each.feeds} - {
        name for each in all_measures() for name in each.feeds if name.replace(" ", "") in text
    }

    assert unknown == set()
