import pytest

from jiheng.corpus.auditing.questions.texts import CopiedTexts
from jiheng.rulebook.corpus_limits import corpus_limits
from tests.corpus.auditing.forms import asked, form, registered, row

WELLS = "机井通电后浇地费用下降，台区变压器增容，春灌期间未再跳闸，电工驻村{}分钟到场。"
LIMITS = corpus_limits()


def texts(folder, *forms):
    return CopiedTexts(folder, registered(folder, *forms))


def kinds(folder, *forms):
    return [each.kind for each in texts(folder, *forms).questions(LIMITS)]


def test_one_goal_in_two_units_is_asked_about(tmp_path):
    forms = (
        form(0, goal=WELLS.format(30), unit="甲局"),
        form(1, goal=WELLS.format(20), unit="乙局"),
    )

    ((kind, told, places),) = asked(texts(tmp_path, *forms).questions(LIMITS))

    assert (kind, told["units"], told["forms"]) == ("copied-text", "2", "2")
    assert told["first"] == "甲局"
    assert places == [(0, "goal.expected"), (1, "goal.expected")]


def test_a_reason_is_a_text_too(tmp_path):
    rows = row("机井数量", "≥30眼", "20眼", reason=WELLS.format(30))
    forms = (form(0, rows, unit="甲局"), form(1, rows, unit="乙局"))

    (question,) = asked(texts(tmp_path, *forms).questions(LIMITS))

    assert question[2] == [(0, "indicators[0].reason"), (1, "indicators[0].reason")]


def test_a_unit_that_repeats_its_own_text_is_another_thing(tmp_path):
    forms = (form(0, goal=WELLS.format(30), year=2023), form(1, goal=WELLS.format(20)))

    assert kinds(tmp_path, *forms) == ["own-text-repeated"]


def test_a_goal_and_its_outcome_in_one_form_are_not_asked_about(tmp_path):
    assert kinds(tmp_path, form(0, goal=WELLS.format(30), outcome=WELLS.format(20))) == []


def test_a_text_of_very_many_forms_may_be_the_templates(tmp_path):
    forms = [form(at, goal=WELLS.format(30), unit=f"第{at}局") for at in range(14)]

    assert kinds(tmp_path, *forms) == ["widespread-text"]


def test_naming_the_same_indicators_is_no_copy(tmp_path):
    names = ("农村机井维修改造眼数", "台区变压器增容改造台数", "春灌期间供电保障天数")
    rows = [row(name, "≥30", "30") for name in names]
    goal = f"按计划实施，{'，'.join(names)}。"
    forms = (form(0, *rows, goal=goal, unit="甲局"), form(1, *rows, goal=goal, unit="乙局"))

    assert kinds(tmp_path, *forms) == []


def test_the_table_of_copies_names_the_text_that_each_is_most_like(tmp_path):
    forms = (
        form(0, goal=WELLS.format(30), unit="甲局"),
        form(1, goal=WELLS.format(20), unit="乙局"),
    )

    rows = list(texts(tmp_path, *forms).rows(LIMITS))

    assert rows == [
        (1, "copied-text", "f-0", "goal.expected", "f-1", "goal.expected", 100, 100),
        (1, "copied-text", "f-1", "goal.expected", "f-0", "goal.expected", 100, 100),
    ]


@pytest.mark.parametrize("goal", [None, "", "已完成。"])
def test_short_and_missing_texts_are_not_asked_about(tmp_path, goal):
    assert kinds(tmp_path, form(0, goal=goal, unit="甲局"), form(1, goal=goal, unit="乙局")) == []
