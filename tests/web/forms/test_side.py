"""The panel beside a form, and the cards of its scores."""

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from jiheng.corpus.generator import sample
from jiheng.rulebook.layouts import LAYOUT_IDS
from jiheng.web.chain.actions.ask_opening import ask_opening
from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.actions.resubmit import resubmit
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.order import CellRemark
from jiheng.web.chain.steps import Step
from tests.web.chain.orders import cell, order
from tests.web.city import FORM, record_at
from tests.web.pages.browsing import at_browser, texts

WRONG = replace(FORM, total=replace(FORM.total, score="98"))
VAGUE = replace(
    FORM, indicators=(replace(FORM.indicators[0], target="1200人"), *FORM.indicators[1:])
)


def page(client, record):
    """Return a form's page as a browser sees it."""
    return LexborHTMLParser(client.get(f"/forms/{record.number}/").content.decode())


def links(tree, selector):
    """Return text and address of links."""
    return [(node.text(), node.attributes["href"]) for node in tree.css(selector)]


def test_who_may_write_is_led_to_the_cell_that_can_be_mended(city):
    record = record_at(city, Step.SELF_EVALUATION, form=WRONG)
    tree = page(at_browser(city.clerk), record)

    name, address = links(tree, ".finding.error .remedy")[0]
    assert name == "改总分·得分"
    assert tree.css_first(f"td[id='{address[1:]}']").attributes["data-path"] == "total.score"


def test_a_locked_cell_is_asked_for_and_not_edited(city):
    record = record_at(city, Step.SELF_EVALUATION, form=VAGUE)
    tree = page(at_browser(city.clerk), record)

    assert links(tree, '[data-code="VA14"] .remedy') == [
        (
            "申请开放此格",
            f"/forms/{record.number}/ask-opening/?cell=indicators%5B0%5D.target",
        )
    ]


def test_a_cell_that_a_return_left_locked_is_asked_for_too(city):
    record = record_at(city, Step.SELF_EVALUATION, form=WRONG)
    hand_in(order(city.clerk, record))
    cells = (CellRemark(path="goal.actual"),)
    send_back(order(city.reviewer, record, reason="请写实", cells=cells))

    names = [name for name, _ in links(page(at_browser(city.clerk), record), ".error .remedy")]
    assert set(names) == {"申请开放此格"}


def test_after_a_return_the_reviewer_sees_what_was_changed(city):
    record = record_at(city, Step.SELF_EVALUATION)
    hand_in(order(city.clerk, record))
    send_back(order(city.reviewer, record, reason="请写实"))
    fill(order(city.clerk, record, changes=cell("goal.actual", "培训1260人")))
    resubmit(order(city.clerk, record))

    assert texts(
        at_browser(city.reviewer), f"/forms/{record.number}/", ".side-panel .changed li"
    ) == ["实际完成情况：已培训1260人，就业率提高。 → 培训1260人"]


def test_a_request_that_waits_is_shown_with_whom_it_waits_for(city):
    record = record_at(city, Step.SELF_EVALUATION)
    cells = (CellRemark(path="indicators[0].target"),)
    ask_opening(order(city.clerk, record, reason="写错了单位", cells=cells))
    client, address = at_browser(city.clerk), f"/forms/{record.number}/"

    assert texts(client, address, ".side-panel > section h4") == [
        "已申请开放 1 格等目标批复的人答复"
    ]
    assert texts(client, address, ".side-panel .changed li") == ["培训人数·年度指标值"]


def test_a_form_without_results_has_no_panel_beside_it(city):
    record = record_at(city, Step.TARGET_REVIEW)

    assert texts(at_browser(city.reviewer), f"/forms/{record.number}/", ".side-panel") == []


@pytest.mark.parametrize("who", ["reviewer", "auditor", "head"])
def test_who_may_not_write_is_offered_nothing(city, who):
    record = record_at(city, Step.SELF_EVALUATION, form=WRONG)

    assert links(page(at_browser(getattr(city, who)), record), ".remedy") == []


def test_every_drawn_score_leads_to_its_card(city):
    record = record_at(city, Step.SELF_EVALUATION)
    tree = page(at_browser(city.clerk), record)

    assert [address for _, address in links(tree, ".form a.re")] == [
        f"/forms/{record.number}/card/?at={path}"
        for path in (
            "funds.lines%5B0%5D.score",
            "indicators%5B0%5D.score",
            "indicators%5B1%5D.score",
            "indicators%5B2%5D.score",
            "total.score",
        )
    ]


@pytest.mark.parametrize("layout", LAYOUT_IDS)
def test_in_every_layout_every_score_that_is_drawn_opens_a_card(city, layout):
    (form,) = sample(1, 5, layout)
    record = record_at(city, Step.SELF_EVALUATION, form=form)
    client = at_browser(city.clerk)
    tree = page(client, record)

    addresses = [address for _, address in links(tree, ".form a.re")]

    assert [client.get(address).status_code for address in addresses] == [200] * len(addresses)
    assert len(addresses) == len(tree.css(".form [data-path$='.score'] .re"))


def test_the_card_offers_to_change_the_value_that_was_reached(city):
    record = record_at(city, Step.SELF_EVALUATION)
    address = f"/forms/{record.number}/card/?at=indicators[0].score"

    assert texts(at_browser(city.clerk), address, ".card-box footer a")[0] == "改实际完成值"
    assert texts(at_browser(city.auditor), address, ".card-box footer a") == ["打印"]


def test_beside_the_form_only_the_card_is_sent(city):
    record = record_at(city, Step.SELF_EVALUATION)
    client = at_browser(city.clerk)
    address = f"/forms/{record.number}/card/?at=total.score"

    part = client.get(address, headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in part
    assert "每一分都有出处：合计" in part


def test_there_is_no_card_before_there_are_results(city):
    record = record_at(city, Step.TARGET_REVIEW)
    client = at_browser(city.reviewer)

    assert client.get(f"/forms/{record.number}/card/?at=total.score").status_code == 404


def test_findings_can_be_shown_by_severity(city):
    record = record_at(city, Step.SELF_EVALUATION, form=replace(VAGUE, total=WRONG.total))

    chips = texts(at_browser(city.clerk), f"/forms/{record.number}/", ".chip")

    assert [chip.split()[0] for chip in chips] == ["全部", "错误", "疑点", "提示"]
