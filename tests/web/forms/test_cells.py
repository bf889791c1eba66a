"""Saving cell by cell: what goes in, what stays apart, who may."""

import json

import pytest
from msgspec.structs import replace

from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.steps import Step
from jiheng.web.forms.saving import form_of
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at
from tests.web.forms.saves import save
from tests.web.pages.browsing import at_browser, texts

ACTUAL = "indicators[1].actual"
REASON = "indicators[1].reason"
TOTAL = "total.score"


@pytest.fixture
def record(city):
    """Return 李芳's form at its self-evaluation."""
    return record_at(city, Step.SELF_EVALUATION)


def now(record):
    """Return the form as it is stored by now."""
    record.refresh_from_db()
    return form_of(record)


def test_a_typed_cell_is_saved(city, record):
    answer = save(at_browser(city.clerk), record, (ACTUAL, "72%", "71%"))

    assert answer.status_code == 200
    assert answer.json()["version"] == 2
    assert now(record).indicators[1].actual == "71%"


def test_the_answer_holds_the_sheet_and_the_panel_drawn_anew(city, record):
    answer = save(at_browser(city.clerk), record, ("indicators[1].score", "30", "20")).json()

    assert 'data-path="total.score"' in answer["sheet"]
    assert "89.5" in answer["side"]
    assert answer["shown"]["indicators[1].score"] == "20"


def test_a_save_from_an_older_version_goes_in_where_nobody_else_wrote(city, record):
    save(at_browser(city.colleague), record, (REASON, "", "毕业季延后"))

    answer = save(at_browser(city.clerk), record, (ACTUAL, "72%", "71%"))

    form = now(record)
    assert answer.status_code == 200
    assert (form.indicators[1].actual, form.indicators[1].reason) == ("71%", "毕业季延后")


def test_the_later_of_two_people_is_told_what_stands_there_and_whose_it_is(city, record):
    save(at_browser(city.colleague), record, (ACTUAL, "72%", "75%"))

    answer = save(at_browser(city.clerk), record, (ACTUAL, "72%", "71%"))

    (apart,) = answer.json()["apart"]
    assert answer.status_code == 409
    assert (apart["why"], apart["now"], apart["mine"], apart["by"]) == (
        "changed",
        "75%",
        "71%",
        "王敏",
    )
    assert now(record).indicators[1].actual == "75%"


def test_what_conflicts_does_not_hold_up_the_rest(city, record):
    save(at_browser(city.colleague), record, (ACTUAL, "72%", "75%"))

    save(at_browser(city.clerk), record, (ACTUAL, "72%", "71%"), (REASON, "", "毕业季延后"))

    assert now(record).indicators[1].reason == "毕业季延后"


def test_the_same_save_once_more_does_no_harm(city, record):
    client = at_browser(city.clerk)
    save(client, record, (ACTUAL, "72%", "71%"))

    answer = save(client, record, (ACTUAL, "72%", "71%"))

    assert (answer.status_code, answer.json()["version"]) == (200, 2)


def test_two_people_writing_in_turn_lose_nothing(city, record):
    clerk, colleague = at_browser(city.clerk), at_browser(city.colleague)
    save(clerk, record, ("indicators[0].actual", "1260人", "1"))
    save(colleague, record, ("indicators[1].actual", "72%", "2"))
    save(clerk, record, ("indicators[0].actual", "1", "1261人"))
    save(colleague, record, ("indicators[1].actual", "2", "71%"))
    save(clerk, record, ("indicators[2].actual", "93%", "94%"))

    assert [row.actual for row in now(record).indicators] == ["1261人", "71%", "94%"]


def test_a_cell_that_is_not_open_is_left_and_told(city, record):
    answer = save(at_browser(city.clerk), record, ("indicators[1].target", "≥70%", "≥60%"))

    assert answer.json()["apart"][0]["why"] == "locked"
    assert now(record).indicators[1].target == "≥70%"


def test_a_form_that_was_handed_in_meanwhile_says_so(city, record):
    hand_in(order(city.head, record))

    answer = save(at_browser(city.clerk), record, (ACTUAL, "72%", "71%"))

    assert answer.status_code == 409
    assert answer.json()["refused"] == "这份表现在不在这一步。"
    assert now(record).indicators[1].actual == "72%"


def test_a_name_cannot_be_emptied(city):
    record = record_at(city, Step.TARGET_DRAFT)

    answer = save(at_browser(city.clerk), record, ("indicators[0].name", "培训人数", ""))

    assert answer.json()["apart"][0]["why"] == "no-name"
    assert now(record).indicators[0].name == "培训人数"


def test_a_text_longer_than_any_cell_is_left_and_told(city, record):
    answer = save(at_browser(city.clerk), record, (REASON, "", "长" * 20_001))

    assert answer.json()["apart"][0]["why"] == "too-long"
    assert now(record).indicators[1].reason is None


def test_signs_that_cannot_be_printed_are_left_out(city, record):
    save(at_browser(city.clerk), record, (REASON, "", "毕业季\x00\r\n延后 "))

    assert now(record).indicators[1].reason == "毕业季\n延后"


@pytest.mark.parametrize("who", ["head", "section", "reviewer", "auditor"])
def test_whoever_only_reads_saves_nothing(city, record, who):
    answer = save(at_browser(getattr(city, who)), record, (ACTUAL, "72%", "71%"))

    assert answer.status_code == 409
    assert now(record).indicators[1].actual == "72%"


def test_a_stranger_finds_no_such_form(city, record):
    assert save(at_browser(city.stranger), record, (ACTUAL, "72%", "71%")).status_code == 404


def test_what_somebody_else_s_page_sends_is_not_saved(city, record):
    sent = {"person": city.colleague.pk, "changes": [{"path": ACTUAL, "old": "72%", "new": "71%"}]}

    answer = at_browser(city.clerk).post(
        f"/forms/{record.number}/cells/", sent, content_type="application/json"
    )

    assert answer.status_code == 403
    assert now(record).indicators[1].actual == "72%"


def test_what_is_no_list_of_cells_is_refused(city, record):
    answer = at_browser(city.clerk).post(
        f"/forms/{record.number}/cells/", "[1, 2", content_type="application/json"
    )

    assert answer.status_code == 400


def test_the_total_follows_the_scores(city, record):
    save(at_browser(city.clerk), record, ("indicators[1].score", "30", "28.5"))

    assert now(record).total.score == "98"


def test_the_execution_rate_follows_the_money(city, record):
    save(at_browser(city.clerk), record, ("funds.lines[0].executed", "76", "78"))

    assert now(record).funds.lines[0].rate == "97.5%"


def test_a_score_is_never_written_by_the_platform(city, record):
    save(at_browser(city.clerk), record, ("funds.lines[0].executed", "76", "40"))

    assert now(record).funds.lines[0].score == "9.5"


def test_a_total_that_was_wrong_from_the_start_can_be_worked_out(city):
    wrong = replace(FORM, total=replace(FORM.total, score="98"))
    record = record_at(city, Step.SELF_EVALUATION, form=wrong)
    client = at_browser(city.clerk)

    assert texts(client, f"/forms/{record.number}/", ".work-out") == ["改为 99.5"]
    save(client, record)

    assert now(record).total.score == "99.5"


def test_a_heading_over_several_rows_is_written_in_all_of_them(city):
    rows = tuple(replace(row, level1="产出指标", level1_printed="产出") for row in FORM.indicators)
    record = record_at(city, Step.TARGET_DRAFT, form=replace(FORM, indicators=rows))

    save(at_browser(city.clerk), record, ("indicators[0].level1", "产出指标", "效益指标"))

    assert {(row.level1, row.level1_printed) for row in now(record).indicators} == {
        ("效益指标", "效益指标")
    }


def test_a_text_that_the_form_did_not_have_finds_its_place(city):
    record = record_at(city, Step.SELF_EVALUATION, form=replace(FORM, layout="hunan-2020"))

    save(at_browser(city.clerk), record, ("texts[0].text", "", "无"))

    assert [(each.label, each.text) for each in now(record).texts] == [("说明", "无")]


def test_without_script_the_whole_sheet_is_sent_and_only_what_changed_is_saved(city, record):
    client = at_browser(city.clerk)
    seen = {ACTUAL: "72%", REASON: ""}
    save(at_browser(city.colleague), record, (REASON, "", "毕业季延后"))

    answer = client.post(
        f"/forms/{record.number}/cells/", {"was": json.dumps(seen), ACTUAL: "71%", REASON: ""}
    )

    form = now(record)
    assert answer.status_code == 302
    assert (form.indicators[1].actual, form.indicators[1].reason) == ("71%", "毕业季延后")


def test_without_script_a_conflict_shows_both_texts(city, record):
    save(at_browser(city.colleague), record, (ACTUAL, "72%", "75%"))

    answer = at_browser(city.clerk).post(
        f"/forms/{record.number}/cells/", {"was": json.dumps({ACTUAL: "72%"}), ACTUAL: "71%"}
    )

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "<dd>75%</dd>" in page
    assert ">71%</textarea>" in page
