"""The two scores of a form: what is printed, and what the rule with its tolerance allows."""

from jiheng.audit.summary import score_line
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build

PACK = load_pack("cn-2020-10")

ROUNDED_UP = {
    "money": "年度资金总额 | 800 | 800 | 786.76 | 10 | 98.35% | 9.84",
    "indicators": """
        产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 30 | 30
        | 时效指标 | 完成时间 | 2023年11月底前 | 2023年10月 | 20 | 20
        效益指标(30分) | 社会效益指标 | 群众知晓率 | ≥80% | 90% | 30 | 30
        满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | 群众满意 | 达成年度指标 | 10 | 10
    """,
}
"""786.76 ÷ 800 = 98.345 %: 9.83 points from the amounts, 9.84 from the printed 98.35 %."""

IN_WORDS = {
    "indicators": """
        产出指标(50分) | 数量指标 | 培训 | 按计划 | 正常 | 50 | 50
        效益指标(30分) | 社会效益指标 | 群众知晓 | 有所提高 | 良好 | 40 | 40
    """,
}
"""Nobody can say what these words are worth."""


def line(spec):
    return score_line(score_form(build(spec), PACK))


def test_a_score_that_is_tolerated_is_tolerated_in_the_total_too():
    told = line({**ROUNDED_UP, "total": "100 | 99.84"})

    assert told.recomputed == ("97.83", "99.84")


def test_a_total_that_is_rounded_otherwise_than_its_scores_is_within_what_is_allowed():
    told = line({**ROUNDED_UP, "total": "100 | 99.85"})

    assert told.recomputed == ("97.83", "99.85")


def test_a_score_that_is_not_tolerated_widens_nothing():
    wrong = ROUNDED_UP["money"].replace("9.84", "9.9")

    told = line({**ROUNDED_UP, "money": wrong, "total": "100 | 99.9"})

    assert told.recomputed == ("97.83", "99.83")


def test_an_interval_from_nothing_to_full_marks_says_nothing():
    money = "年度资金总额 | 50 | 50 | - | 10 | - | 10"

    told = line({**IN_WORDS, "money": money, "total": "100 | 100"})

    assert told.recomputed is None
    assert told.grade_recomputed == ()


def test_an_interval_that_leaves_something_out_is_told():
    assert line({**IN_WORDS, "total": "100 | 100"}).recomputed == ("10", "100")
