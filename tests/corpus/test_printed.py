from msgspec.structs import replace

from jiheng.corpus.printed import above, as_printed, as_text
from jiheng.model.form import Goal, Project
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.layout import lay_out
from tests.corpus.damage.pieces import FERRY

NATIONAL, GUYUAN = load_layout("national-2020"), load_layout("guyuan-2024")
WITH_METHOD = replace(
    FERRY,
    indicators=tuple(replace(item, method="按比例计分") for item in FERRY.indicators),
)


def test_a_column_that_the_layout_lacks_is_not_true():
    assert as_printed(WITH_METHOD, NATIONAL).indicators[0].method is None


def test_a_column_that_the_layout_has_is_true():
    assert as_printed(WITH_METHOD, GUYUAN).indicators[0].method == "按比例计分"


def test_a_code_stands_in_the_cell_of_its_department():
    form = replace(FERRY, project=Project(name="渡船", department="交通局", department_code="331"))

    assert as_printed(form, NATIONAL).project.department_code == "331"


def test_a_merged_cell_stands_once_in_text():
    form = as_printed(WITH_METHOD, GUYUAN)
    told = as_text(form, lay_out(form, GUYUAN).places).indicators

    assert [item.method for item in told] == ["按比例计分", None, None, "按比例计分"]


def test_levels_hold_for_the_rows_below_in_text_too():
    told = as_text(FERRY, lay_out(FERRY, NATIONAL).places).indicators

    assert [item.level2 for item in told] == [item.level2 for item in FERRY.indicators]


def test_above_a_row_only_what_was_printed_before_it_is_true():
    row = lay_out(FERRY, NATIONAL).places["indicators[1].name"][0]
    cut = above(FERRY, NATIONAL, row)

    assert [item.name for item in cut.indicators] == ["更新渡船数量"]
    assert (cut.total.score, cut.conclusion) == (None, None)
    assert cut.project == FERRY.project


def test_above_its_second_goal_a_form_has_one_goal_and_no_list():
    goals = (Goal(expected="更新渡船"), Goal(expected="培训船员"))
    layout = load_layout("hubei-2021")
    rows = tuple(replace(item, goal=int(at > 0)) for at, item in enumerate(FERRY.indicators))
    form = as_printed(replace(FERRY, goal=goals[0], goals=goals, indicators=rows), layout)
    row = lay_out(form, layout).places["goals[1].expected"][0]

    cut = above(form, layout, row)

    assert (cut.goal.expected, cut.goals) == ("更新渡船", ())
    assert [item.goal for item in cut.indicators] == [None]
