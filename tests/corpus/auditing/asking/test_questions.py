"""The ten ready questions on four forms; each expected value was worked out by hand."""

import pytest

from jiheng.corpus.auditing.asking.asking import asked_of
from jiheng.corpus.auditing.asking.program import answer
from jiheng.evidence.caps import Caps
from jiheng.rulebook.messages import names_under
from jiheng.rulebook.questions import QUESTIONS, question_sql
from tests.corpus.auditing.shelf import small

CLOUD, PLAIN = "云溪县就业局", "平川县就业局"
ANSWERS = {
    # 80 of 200 is 40 %.
    "full-marks-little-spent": [(CLOUD, "项目0", "2024", "95.00", "40", "200", "f-0")],
    # By the rule 104 and 110 of 100 give 10 points each, 98 give 9.8, 50 of 100 give 40 of 80.
    "total-above-recomputed": [
        (PLAIN, "项目3", "2024", "89.20", "10.00", "79.20", "100", "f-3"),
        (CLOUD, "项目0", "2024", "95.00", "20.00", "75.00", "200", "f-0"),
        (PLAIN, "项目1", "2024", "90.50", "29.80", "60.70", "100", "f-1"),
        (PLAIN, "项目2", "2024", "100.00", "60.00", "40.00", "100", "f-2"),
    ],
    # AR01 AR03 | BU09 BU14 XI14, and of three forms AR01 AR03 SC02 TX04, SC02, AR01 AR03 | XI14,
    # XI09 XI14 XI15, XI14: five of one form, twelve of three.
    "findings-by-unit": [(CLOUD, "1", "2", "3", "500"), (PLAIN, "3", "7", "5", "400")],
    "copied-by-unit": [(CLOUD, "1", "1", "1", "100"), (PLAIN, "1", "1", "1", "100")],
    "short-without-reason": [(PLAIN, "项目1", "2024", "培训人数", "≥100人", "98人", "2.00", "f-1")],
    "satisfaction-figures": [("95%", "2", "2")],
    # 800,000 yuan for 110 persons, 1,000,000 for 104 and for 98.
    "unit-cost-spread": [
        ("印章单价", "枚", "2024", "2", "250.00", "750.00", "3", PLAIN),
        ("培训人数", "人", "2024", "3", "7272.73", "10204.08", "1", PLAIN),
    ],
    # 90.5, 100 and 89.2 are 279.7 together.
    "averages-by-department": [
        ("云溪县人社局", "2024", "1", "95.00", "95.00", "200"),
        ("平川县人社局", "2024", "3", "93.23", "89.20", "300"),
    ],
    "just-above-the-line": [("平川县人社局", "2024", "1", "1")],
    "much-money-few-indicators": [
        (CLOUD, "项目0", "2024", "200", "2", "f-0"),
        (PLAIN, "项目1", "2024", "100", "3", "f-1"),
        (PLAIN, "项目2", "2024", "100", "2", "f-2"),
        (PLAIN, "项目3", "2024", "100", "1", "f-3"),
    ],
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    corpus, found, _ = small(tmp_path_factory.mktemp("shelf"))
    return corpus, found


def answered(shelf, name):
    spill = str(shelf[1])
    asked = asked_of(*shelf, question_sql(name), most=50, caps=Caps(), spill_folder=spill)
    return answer(asked)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_gives_what_was_worked_out_by_hand(shelf, name):
    assert list(answered(shelf, name).rows) == ANSWERS[name]


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_column_of_a_question_has_words(shelf, name):
    assert set(answered(shelf, name).columns) <= set(names_under("questions.column"))
