"""What a form was, and what changed."""

from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.actions.resubmit import resubmit
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.steps import Step
from tests.web.chain.orders import cell, order
from tests.web.city import record_at
from tests.web.pages.browsing import at_browser, texts

ACTUAL = "indicators[1].actual"
REASON = "indicators[1].reason"


def changed_twice(city):
    """Return a form in which 李芳 wrote, and then 王敏."""
    record = record_at(city, Step.SELF_EVALUATION)
    fill(order(city.clerk, record, changes=cell(ACTUAL, "71%")))
    fill(order(city.colleague, record, changes=(*cell(ACTUAL, "75%"), *cell(REASON, "招工回暖"))))
    record.refresh_from_db()
    return record


def test_two_versions_are_compared_cell_by_cell_with_the_last_author(city):
    record = changed_twice(city)
    address = f"/forms/{record.number}/versions/?from=1&to={record.version}"

    found = texts(at_browser(city.clerk), address, ".differences tbody tr")

    assert [text[:-12] for text in found] == [
        "培训后就业率·实际完成值72%75%王敏",
        "培训后就业率·原因分析—招工回暖王敏",
    ]


def test_the_changes_are_told_sitting_by_sitting_the_latest_first(city):
    record = changed_twice(city)
    address = f"/forms/{record.number}/versions/?from=1&to={record.version}"

    assert texts(at_browser(city.clerk), address, ".history ul") == [
        "培训后就业率·实际完成值：71% → 75%培训后就业率·原因分析：— → 招工回暖",
        "培训后就业率·实际完成值：72% → 71%",
    ]


def test_the_older_one_comes_first_however_they_were_chosen(city):
    record = changed_twice(city)
    address = f"/forms/{record.number}/versions/?from={record.version}&to=1"

    assert texts(at_browser(city.clerk), address, ".differences tbody td del") == ["72%"]


def test_what_was_changed_back_is_no_difference(city):
    record = record_at(city, Step.SELF_EVALUATION)
    fill(order(city.clerk, record, changes=cell(ACTUAL, "71%")))
    fill(order(city.colleague, record, changes=cell(ACTUAL, "72%")))

    address = f"/forms/{record.number}/versions/?from=1&to=9"
    assert texts(at_browser(city.clerk), address, ".differences tbody tr") == []


def test_after_a_resubmission_the_reviewer_sees_what_changed_since_the_return(city):
    record = record_at(city, Step.SELF_EVALUATION)
    fill(order(city.clerk, record, changes=cell(REASON, "生源不足")))
    hand_in(order(city.clerk, record))
    send_back(order(city.reviewer, record, reason="请核对"))
    fill(order(city.clerk, record, changes=cell(ACTUAL, "71%")))
    resubmit(order(city.clerk, record))

    address = f"/forms/{record.number}/versions/"
    assert texts(at_browser(city.reviewer), address, ".differences tbody th") == [
        "培训后就业率·实际完成值"
    ]


def test_before_anything_changed_since_the_return_it_shows_what_was_handed_in(city):
    record = record_at(city, Step.SELF_EVALUATION)
    fill(order(city.clerk, record, changes=cell(REASON, "生源不足")))
    hand_in(order(city.clerk, record))
    send_back(order(city.reviewer, record, reason="请核对"))

    address = f"/forms/{record.number}/versions/"
    assert texts(at_browser(city.clerk), address, ".differences tbody th") == [
        "培训后就业率·原因分析"
    ]


def test_of_several_returns_the_last_one_counts(city):
    record = record_at(city, Step.SELF_EVALUATION)
    hand_in(order(city.clerk, record))
    send_back(order(city.reviewer, record, reason="请核对"))
    fill(order(city.clerk, record, changes=cell(ACTUAL, "71%")))
    resubmit(order(city.clerk, record))
    send_back(order(city.reviewer, record, reason="再核对"))
    fill(order(city.clerk, record, changes=cell(REASON, "生源不足")))

    address = f"/forms/{record.number}/versions/"
    assert texts(at_browser(city.reviewer), address, ".differences tbody th") == [
        "培训后就业率·原因分析"
    ]


def test_a_number_that_is_none_chooses_nothing(city):
    record = changed_twice(city)
    client = at_browser(city.clerk)

    address = f"/forms/{record.number}/versions/?from=x&to=99999999999999999999"
    assert client.get(address).status_code == 200


def test_a_stranger_sees_no_version(city):
    record = changed_twice(city)

    assert at_browser(city.stranger).get(f"/forms/{record.number}/versions/").status_code == 404
