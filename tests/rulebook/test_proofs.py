"""The file of a measure: what it may say, and what is said of mistakes in it."""

import pytest

from jiheng.model.measure import Count
from jiheng.rulebook.proofs import BadMeasure, load_measure, parse_measure
from jiheng.rulebook.shelf import LARGEST_FILE

MEASURE = """
schema: jiheng.measure/1
id: cards-made
title: 制卡数
ledger: cards.yaml
question: {ask: count, table: card}
unit: 张
"""


def parsed(text):
    return parse_measure(text.encode(), "cards.yaml")


def test_a_question_is_known_by_what_it_asks():
    assert parsed(MEASURE).question == Count(table="card")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ask: count", "ask: guess", "question.ask"),
        ("table: card", "colour: red", "colour"),
        ("unit: 张", "unti: 张", "unti"),
        ("title: 制卡数\n", "", "缺少 title"),
        ("cards-made", "Cards Made", "“Cards Made”不能作编号"),
        ("unit: 张", "places: 11", "0 到 10"),
        ("unit: 张", "places: 0.5", "写在引号里"),
        ("unit: 张", "id: again", "写了两次"),
        ("unit: 张", "unit: [", "不合 YAML"),
        ("jiheng.measure/1", "jiheng.measure/2", "schema"),
    ],
)
def test_a_mistake_is_told_with_the_name_of_the_file(old, new, said):
    with pytest.raises(BadMeasure, match=r"cards\.yaml") as bad:
        parsed(MEASURE.replace(old, new))

    assert said in str(bad.value)


def test_an_endless_file_is_not_read(tmp_path):
    (tmp_path / "a.yaml").write_bytes(b" " * (LARGEST_FILE + 1))

    with pytest.raises(BadMeasure, match="超过"):
        load_measure(tmp_path / "a.yaml")


def test_a_measure_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(BadMeasure, match="resident-recipients"):
        load_measure("nothing")
