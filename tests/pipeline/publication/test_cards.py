"""A card shows a form's money, promises, scores and findings, and nothing that is kept back."""

import msgspec
import pytest
from msgspec.structs import replace

from jiheng.model.check_code import check_code
from jiheng.model.form import (
    Form,
    Funds,
    Goal,
    Indicator,
    LabelledText,
    MoneyLine,
    Project,
    Source,
    Total,
)
from jiheng.model.publication import Span
from jiheng.pipeline.publication.cards import card_of
from jiheng.pipeline.publication.masking import MASK, Search
from jiheng.pipeline.publication.needles import Needles
from jiheng.pipeline.publication.submission import Submission, Sums

FORM = Form(
    id="0-1",
    source=Source(path="", format="", part="", index=1, sha256=""),
    layout="national-2020",
    pack="cn-2020-10",
    year=2023,
    contact="王建国 13800000000",
    project=Project(name="校舍维修", department="云溪市教育局", implementing_unit="第一小学"),
    funds=Funds(
        unit="万元",
        lines=(
            MoneyLine(
                label="年度资金总额",
                initial_budget="100",
                adjusted_budget="100",
                executed="90",
                weight="10",
                rate="90%",
                score="9",
            ),
        ),
    ),
    goal=Goal(expected="维修校舍3栋。", actual="维修校舍3栋。"),
    indicators=(
        Indicator(
            level1="产出指标",
            level2="数量指标",
            name="维修栋数",
            target="≥3栋",
            actual="3栋",
            weight="60",
            score="60",
        ),
        Indicator(
            level1="满意度指标",
            level2="服务对象满意度指标",
            name="师生满意度",
            target="≥90%",
            actual="95%",
            weight="30",
            score="20",
        ),
    ),
    total=Total(weight="100", score="89"),
    texts=(LabelledText(label="存在问题", text="承办人李白负责催办。"),),
)
ONE = Submission(
    number="YX-2023-0101",
    version=3,
    year=2023,
    unit="第一小学",
    department="云溪市教育局",
    form=FORM,
    earlier=None,
    sums=Sums(
        budget=100 * 10**8, executed=90 * 10**8, rate=90_00, printed=89_00, low=99_00, high=99_00
    ),
    search=Search(names=Needles(("王建国",)), added=Needles(())),
    withheld=frozenset(),
    history=(),
)


def told(one: Submission) -> str:
    """Return everything that a card says."""
    return msgspec.json.encode(card_of(one).card).decode()


def test_the_money_is_told_in_yuan():
    money = card_of(ONE).card.money

    assert (money.initial, money.budget, money.executed, money.rate) == (
        "1000000",
        "1000000",
        "900000",
        "90",
    )


def test_the_execution_of_the_budget_stands_before_the_indicators():
    execution, first, _ = card_of(ONE).card.promises

    assert (execution.is_execution, execution.target, execution.actual) == (
        True,
        "100万元",
        "90万元",
    )
    assert (first.name, first.recomputed) == ("维修栋数", Span(low="60", high="60"))


def test_a_score_that_is_not_what_the_rules_give_is_found():
    assert {each.outcome for each in card_of(ONE).card.findings} == {"stands"}
    assert any("师生满意度" in each.message for each in card_of(ONE).card.findings)


def test_what_was_corrected_since_the_first_filing_is_told_as_mended():
    rows = (*FORM.indicators[:1], replace(FORM.indicators[1], score="30"))
    right = replace(FORM, indicators=rows, total=Total(weight="100", score="99"))

    found = card_of(replace(ONE, form=right, earlier=FORM)).card.findings

    assert "mended" in {each.outcome for each in found}
    assert not any("师生满意度" in each.message for each in found if each.outcome == "stands")


def test_a_name_that_a_finding_quotes_is_masked_there_too():
    row = replace(FORM.indicators[1], name="王 建国师生满意度")
    named = replace(FORM, indicators=(FORM.indicators[0], row))

    card = card_of(replace(ONE, form=named)).card

    assert "王 建国" not in msgspec.json.encode(card).decode()
    assert any(f"{MASK}师生满意度" in each.message for each in card.findings)


def test_a_text_that_no_card_shows_is_not_in_it():
    assert "李白" not in told(ONE)


@pytest.mark.parametrize(
    ("withheld", "gone"),
    [
        ("money", ["1000000", "900000", "100万元"]),
        ("goal", ["维修校舍3栋。"]),
        ("promises", ["维修栋数", "师生满意度", "≥3栋"]),
        ("scores", ['"89"', '"99"', '"20"', '"60","recomputed"']),
        ("findings", ['"message"']),
        ("indicators[1]", ["师生满意度", "≥90%", "95%"]),
    ],
)
def test_what_is_withheld_is_said_nowhere(withheld, gone):
    text = told(replace(ONE, withheld=frozenset({withheld})))

    assert [each for each in gone if each in text] == []


def test_the_check_code_does_not_tell_what_is_masked_or_withheld():
    other = replace(FORM, contact="李四 13900000000", texts=())
    price = replace(FORM.indicators[1], actual="91%")
    dearer = replace(FORM, indicators=(FORM.indicators[0], price))
    secret = frozenset({"indicators[1]"})

    def code(form: Form, withheld: frozenset[str] = frozenset()) -> str:
        return card_of(replace(ONE, form=form, withheld=withheld)).card.check_code

    assert code(FORM) == code(other) != check_code(FORM)
    assert code(FORM, secret) == code(dearer, secret)
    assert code(FORM) != code(dearer)
