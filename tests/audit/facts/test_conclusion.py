"""The score and the grade that a conclusion names."""

import pytest

from jiheng.audit.facts.conclusion import concluded_grade, concluded_points, concluding
from jiheng.rulebook.loading import load_pack
from tests.audit.forms import build


@pytest.mark.parametrize(
    "sentence",
    [
        "年度目标完成较好，单位绩效自评分数97.5分，自评等次为优。",
        "项目自评得分为 97.5 分。",
        "综合评分：97.50分，等次为优",
        "自评总分97.5，评价等级为优。",
        "得分97.5分；自评得分97.50分。",
        "本项目得97.5分。",
        "总分100分，扣2.5分，得97.5分，等次为优。",
        "总分100分，实得97.50分。",
        "产出指标（50分）得47.5分，执行率得10分，综合得97.5分。",
        "自评得分97.5分，其中数量指标得30分。",
    ],
)
def test_the_score_is_found(sentence: str):
    assert concluded_points(build({"conclusion": sentence})) == 9750


@pytest.mark.parametrize(
    "sentence",
    [
        "产出指标得分50分。",
        "预算执行率得分10分。",
        "上年得分96分。",
        "得分50分，得分30分。",
        "培训120人，满分100分。",
        "总分100分，共扣2分。",
        "应得100分。",
        "上年度得96分。",
        "得90分以上为优。",
        "效益得30分，满意度得10分。",
        "评分标准见附件2。",
        None,
    ],
)
def test_no_score_of_the_whole_is_named(sentence: str | None):
    assert concluded_points(build({"conclusion": sentence})) is None


def test_another_score_stands_wherever_the_form_names_its_own():
    form = build({"conclusion": "得分97.5分；产出指标得30分，自评得分97.50分。"})

    assert concluding(form, "95") == "得分95分；产出指标得30分，自评得分95分。"


def test_full_marks_stay_where_points_are_taken_from_them():
    form = build({"conclusion": "总分100分，扣2.5分，得97.5分。"})

    assert concluding(form, "95") == "总分100分，扣2.5分，得95分。"


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("成效优良，自评得分85分，等次为良。", "良"),
        ("自评等次：优秀", "优秀"),
        ("评价结果为“良好”，优于上年。", "良好"),
    ],
)
def test_the_grade_is_the_word_after_its_mark(sentence: str, word: str):
    found = concluded_grade(sentence, load_pack("cn-2020-10").grades.value)

    assert found is not None
    assert sentence[slice(*found)] == word


@pytest.mark.parametrize("sentence", ["成效优良。", "自评等次见附件，优。", ""])
def test_a_word_of_praise_is_no_grade(sentence: str):
    assert concluded_grade(sentence, load_pack("cn-2020-10").grades.value) is None
