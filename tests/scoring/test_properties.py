"""What holds for every form, however odd its cells."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jiheng.model.form import Form, Indicator
from jiheng.rulebook.loading import PACK_IDS, load_pack
from jiheng.scoring.score import score_form
from tests.scoring.forms import form, scored

NUMBERS = st.from_regex(
    r"(≥|≤|=|<|>|约|)-?[0-9]{1,9}(\.[0-9]{1,3})?(人|万元|%|元/人|小时|)", fullmatch=True
)
WORDS = st.sampled_from(
    [
        "",
        "/",
        "达成年度指标",
        "未达成年度指标且效果较差",
        "9月底前",
        "2023年",
        "80%-90%",
        "显著提高",
        "≥**人",
    ]
)
DATES = st.from_regex(
    r"(截止|)(20[0-9][0-9]年|)[0-9]{1,2}月([0-9]{1,2}日|底|初|)(前|之前|)", fullmatch=True
)
VALUES = st.one_of(NUMBERS, DATES, WORDS, st.text(max_size=20))
ROWS = st.builds(
    lambda level2, target, actual, weight: Indicator(
        level1="产出指标", level2=level2, name="指标", target=target, actual=actual, weight=weight
    ),
    st.sampled_from(["数量指标", "成本指标", "时效指标", "满意度指标"]),
    VALUES,
    VALUES,
    st.sampled_from(["10", "2.5", "0", "3.33", "", "五", "-1"]),
)


@given(row=ROWS, pack=st.sampled_from(PACK_IDS), year=st.sampled_from([None, 2023, 2024, 0, 20231]))
def test_every_score_lies_between_nothing_and_the_weight(row, pack, year):
    item = score_form(replace(_with(row), year=year), load_pack(pack)).items[0]

    assert item.low is None or 0 <= item.low <= item.high <= item.weight


@given(row=ROWS, pack=st.sampled_from(PACK_IDS))
def test_every_item_has_a_calculation(row, pack):
    assert score_form(_with(row), load_pack(pack)).items[0].arithmetic


@given(
    less=st.integers(0, 10**6),
    more=st.integers(0, 10**6),
    target=st.integers(1, 10**6),
    pack=st.sampled_from(["cn-2017", "cn-2020-10", "cn-2021-101", "guyuan-2024"]),
)
def test_doing_more_never_scores_less_where_over_completion_costs_nothing(less, more, target, pack):
    less, more = sorted((less, more))
    rows = "\n".join(
        f"产出指标 | 数量指标 | 人数 | ≥{target}人 | {actual}人 | 10 | 10"
        for actual in (less, more)
    )
    first, second = scored(form(rows), pack).items

    assert first.high <= second.high


@given(
    less=st.integers(0, 10**6),
    more=st.integers(0, 10**6),
    target=st.integers(1, 10**6),
    pack=st.sampled_from(PACK_IDS),
)
def test_exceeding_a_ceiling_by_more_never_scores_more(less, more, target, pack):
    less, more = sorted((less, more))
    rows = "\n".join(
        f"产出指标 | 成本指标 | 费用 | ≤{target}元 | {actual}元 | 10 | 10"
        for actual in (less, more)
    )
    first, second = scored(form(rows), pack).items

    assert first.high >= second.high


def _with(row: Indicator) -> Form:
    return replace(form(), indicators=(row,))
