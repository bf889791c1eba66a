import pytest

from jiheng.rulebook.fields import VALUES
from jiheng.writers.report.execution import execution_rate
from jiheng.writers.report.places import name_of, place_of
from jiheng.writers.report.voice import Voice
from tests.audit.forms import build
from tests.writers.report.samples import PACK, at_row

ZH = Voice()


@pytest.mark.parametrize("name", ["over_completion", *(name for name, _ in VALUES)])
def test_every_value_of_a_pack_has_a_name(name):
    assert ZH(f"value.{name}")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("indicators[0].score", "培训人数·得分"),
        ("funds.lines[0].executed", "年度资金总额·全年执行数"),
        ("total.score", "总分·得分"),
        ("conclusion", "自评结论"),
        ("goal.actual", "实际完成情况"),
        ("notes[1]", "注 2"),
        ("indicators[77].score", "指标 78·得分"),
        ("form", "全表"),
    ],
)
def test_cells_have_names_that_people_use(path, name):
    assert name_of(build({}), path, ZH) == name


def test_a_place_counts_tables_rows_and_columns_from_one():
    form = at_row(build({}), "total.score", 23, 6)

    assert place_of(form, "total.score", ZH) == "第 2 张表第 24 行第 7 列"


def test_a_place_in_a_workbook_names_the_sheet():
    form = at_row(build({}), "total.score", 23, 6, sheet="培训")

    assert place_of(form, "total.score", ZH) == "工作表“培训”第 24 行第 7 列"


def test_a_field_without_a_place_has_none():
    assert place_of(build({}), "total.score", ZH) is None


@pytest.mark.parametrize(
    ("money", "rate"),
    [
        ("年度资金总额 | 50 | 50 | 49.7 | 10 | 99% | 10", "99.40%"),
        ("年度资金总额 | 86870000 | 86870000 | 17461600 | 10 | 20.10 | 2.01", "20.10%"),
        ("年度资金总额 | 1,000 | 1,000 | 1,000 | 10 | | 10", "100.00%"),
        ("年度资金总额 | 0 | 0 | 0 | 10 | 20.10 | 10", "20.10%"),
        ("年度资金总额 | | | | 10 | 约两成 | 10", "约两成"),
        ("", None),
    ],
)
def test_the_rate_is_what_the_money_gives_and_else_what_is_printed(money, rate):
    assert execution_rate(build({"money": money}), PACK) == rate
