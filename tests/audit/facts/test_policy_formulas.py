"""Policy formulas as arithmetic with units: every sum here was worked out by hand."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from jiheng.audit.facts.policy_formulas import Given, Part, UnitMisfit, Worked, worked
from jiheng.rulebook.messages import worded
from jiheng.rulebook.policies import Formula, formulas
from jiheng.rulebook.policies.formulas import BadFormula, check_formula

BY_ID = {formula.id: formula for formula in formulas()}


def given(term: str, amount: str, unit: str, slack: str = "0") -> Given:
    return Given(term=term, amount=Fraction(amount), unit=unit, slack=Fraction(slack), at="账")


def of(formula: str, *numbers: Given) -> Worked:
    found = worked(BY_ID[formula], numbers)
    if found is None:
        raise AssertionError("a term is missing")
    return found


def test_two_yuan_by_the_month_cost_the_city_a_tenth_of_it_a_person_month():
    work = of("supplement-65", given("领取人月数", "4000000", "人月"))

    # 0.2 元 × 400 万人月 = 80 万元
    assert work.yuan == 800_000
    assert not work.is_most


def test_the_shares_of_all_payers_make_the_whole():
    work = of("supplement-65", given("领取人月数", "1000", "人月"))

    assert work.parts == (
        Part(payer="省", yuan=Fraction(1400)),
        Part(payer="市", yuan=Fraction(200)),
        Part(payer="县区", yuan=Fraction(400)),
    )
    assert sum(part.yuan for part in work.parts) == work.whole == 2000


def test_city_and_counties_bear_an_increase_as_two_to_eight():
    work = of("base-raise", given("领取人月数", "30", "人月"))

    assert [(part.payer, part.yuan) for part in work.parts] == [("市", 60), ("县区", 240)]


def test_heads_are_taken_for_twelve_months_and_that_is_the_most():
    work = of("supplement-65", given("领取人月数", "346947", "人"))

    # 0.2 元 × 346,947 人 × 12 个月
    assert work.yuan == Fraction("832672.8")
    assert work.is_most


def test_below_the_most_money_may_follow_and_above_it_never():
    work = of("supplement-65", given("领取人月数", "1000", "人"))

    assert work.follows(Fraction(2400))
    assert work.follows(Fraction(1900))
    assert not work.follows(Fraction("2400.01"))


def test_person_months_leave_no_room_on_either_side():
    work = of("supplement-65", given("领取人月数", "1000", "人月"))

    assert work.follows(Fraction(200))
    assert not work.follows(Fraction("199.99"))
    assert not work.follows(Fraction("200.01"))


def test_the_city_adds_a_third_of_a_tenth_of_what_people_pay():
    work = of("resident-subsidy", given("全年缴费金额", "210000000", "元"))

    assert work.yuan == 7_000_000
    assert worded(work.arithmetic) == "全年缴费金额 210000000元 × 10% × 1/3 = 700万元"


def test_four_yuan_a_head():
    assert of("special-groups", given("参保人数", "81167", "人")).yuan == 324_668


@pytest.mark.parametrize(("spent", "received", "gap"), [("900", "600", 300), ("600", "900", 0)])
def test_a_gap_is_what_is_spent_beyond_the_income_and_never_below_nothing(
    spent: str, received: str, gap: int
):
    work = of("institution-gap", given("基金支出", spent, "元"), given("基金收入", received, "元"))

    assert work.yuan == gap


def test_what_rounding_may_hide_grows_with_the_factors():
    work = of("resident-subsidy", given("全年缴费金额", "21000000", "元", slack="5000"))

    # ± 5,000 元 × 10% × 1/3
    assert work.slack == Fraction(500, 3)
    assert work.follows(Fraction(700_166))
    assert not work.follows(Fraction(700_167))


def test_a_missing_number_leaves_the_sum_open():
    assert worked(BY_ID["institution-gap"], (given("基金支出", "1", "元"),)) is None


@pytest.mark.parametrize("unit", ["元", "人", "人*月/年"])
def test_a_number_of_another_unit_is_refused(unit: str):
    with pytest.raises(UnitMisfit):
        of("resident-subsidy", given("全年缴费金额", "5", f"{unit}人"))


def test_months_are_no_heads():
    with pytest.raises(UnitMisfit):
        of("special-groups", given("参保人数", "5", "人月"))


def test_the_sum_is_told_with_every_payer():
    work = of("supplement-65", given("领取人月数", "346947", "人"))

    assert worded(work.arithmetic) == (
        "2元/人*月 × 领取人月数按 346947人 × 12个月 = 832.6728万元；"
        "省、市、县区按 7:1:2 承担，市 83.2673万元"
    )


def broken(formula: Formula) -> Formula:
    first, *rest = formula.terms
    return replace(formula, terms=(replace(first, unit="元/人"), *rest))


def test_a_formula_that_does_not_come_out_in_yuan_is_refused():
    with pytest.raises(BadFormula, match="supplement-65"):
        check_formula(broken(BY_ID["supplement-65"]))


def test_a_payer_without_a_share_is_refused():
    with pytest.raises(BadFormula, match="base-raise"):
        check_formula(replace(BY_ID["base-raise"], payer="省"))


def test_a_formula_of_a_place_is_not_borrowed_elsewhere():
    assert BY_ID["base-raise"].holds_in(("六盘水", "贵州"))
    assert not BY_ID["base-raise"].holds_in(("固原", "宁夏"))
