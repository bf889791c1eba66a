"""Sentences of published accounts that tell of a project's money and score."""

import pytest

from tests.readers.recognise.sheets import forms

HEAD = "云溪县交通运输局2023年度部门决算\n"
SENTENCE = (
    "1.乡村道路养护项目绩效自评综述：根据年初设定的绩效目标，项目自评得分为96.5分。"
    "项目全年预算数为90万元，执行数为85.5万元，完成预算的95%。项目绩效目标完成情况：一是养护120公里。\n"
)


def test_project_money_and_score_are_taken_from_the_sentence():
    (form,) = forms(HEAD + SENTENCE)
    (line,) = form.funds.lines

    assert (form.kind, form.project.name, form.year) == ("accounts-sentence", "乡村道路养护", 2023)
    assert (line.adjusted_budget, line.executed, line.rate) == ("90", "85.5", "95%")
    assert (form.funds.unit, form.total.score) == ("万元", "96.5")


def test_every_value_points_to_its_paragraph():
    (form,) = forms(HEAD + SENTENCE)

    assert form.cells["funds.lines[0].executed"].text == SENTENCE.strip()


def test_two_projects_in_one_paragraph_are_two_forms():
    text = (
        SENTENCE.strip()
        + "2.公交站亭更新项目绩效自评综述：全年预算数20万元，执行数20万元，完成预算的100%。\n"
    )

    assert [form.project.name for form in forms(text)] == ["乡村道路养护", "公交站亭更新"]


@pytest.mark.parametrize(
    "name",
    [
        "“乡村道路养护”项目绩效自评情况：",
        "（一）乡村道路养护项目支出绩效自评结果：",
        "乡村道路养护绩效自评综述：",
    ],
)
def test_the_name_may_be_put_in_several_ways(name: str):
    (form,) = forms(f"{name}全年预算数为90万元，执行数为85.5万元。\n")

    assert form.project.name == "乡村道路养护"


def test_a_sentence_without_a_budget_is_none():
    assert forms("乡村道路养护项目绩效自评综述：执行数为85.5万元。\n") == ()


def test_amounts_in_two_units_are_left_alone():
    text = "乡村道路养护项目绩效自评综述：全年预算数为90万元，执行数为855000元。\n"

    assert forms(text) == ()
