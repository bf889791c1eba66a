"""Rows that come, go and move while a target is drafted, and what that does to everybody's cells."""

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from jiheng.web.chain.actions.declare import declare
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.order import CellRemark
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord, RowMove
from jiheng.web.forms.saving import form_of
from jiheng.web.journal.models import Entry
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at
from tests.web.forms.saves import arrange, save
from tests.web.pages.browsing import at_browser, texts

NAMES = ["培训人数", "培训后就业率", "学员满意度"]
TWO_QUANTITIES = replace(
    FORM,
    indicators=(
        FORM.indicators[0],
        replace(FORM.indicators[0], name="培训班次", target="≥20班", weight="0"),
        *FORM.indicators[1:],
    ),
)


@pytest.fixture
def record(city):
    """Return 李芳's form while its target is drafted."""
    return record_at(city, Step.TARGET_DRAFT)


def form_now(record):
    """Return the form as it is stored by now."""
    return form_of(FormRecord.objects.get(pk=record.pk))


def names(record):
    """Return what the rows are called by now."""
    return [row.name for row in form_now(record).indicators]


def test_a_row_is_added_below_another_one_under_the_same_headings(city, record):
    answer = arrange(at_browser(city.clerk), record, "add", at=0)

    row = form_now(record).indicators[1]
    assert answer.status_code == 200
    assert names(record) == ["培训人数", "新指标", "培训后就业率", "学员满意度"]
    assert (row.level1, row.level2, row.target, row.weight) == ("产出指标", "数量指标", None, None)


def test_the_heading_spans_the_new_row(city, record):
    answer = arrange(at_browser(city.clerk), record, "add", at=0).json()

    cell = LexborHTMLParser(answer["sheet"]).css_first('[data-path="indicators[0].level2"]')
    assert cell.attributes["rowspan"] == "2"


def test_a_row_under_a_heading_that_was_not_there_ends_its_first_level(city, record):
    heading = {"level1": "产出指标", "level2": "质量指标", "name": "考核合格率"}
    arrange(at_browser(city.clerk), record, "add", at=2, **heading)

    row = form_now(record).indicators[1]
    assert (row.level1, row.level2, row.name) == ("产出指标", "质量指标", "考核合格率")


def test_a_row_under_other_headings_says_all_three(city, record):
    answer = arrange(at_browser(city.clerk), record, "add", at=0, level1="产出指标", level2="")

    assert answer.json()["refused"] == "一级指标、二级指标、指标名称都要写。"
    assert names(record) == NAMES


def test_a_removed_row_leaves_with_its_weight(city, record):
    arrange(at_browser(city.clerk), record, "remove", at=1)

    assert names(record) == ["培训人数", "学员满意度"]
    assert form_now(record).total.weight == "70"


def test_the_last_row_stays(city):
    record = record_at(city, Step.TARGET_DRAFT, form=replace(FORM, indicators=FORM.indicators[:1]))

    answer = arrange(at_browser(city.clerk), record, "remove", at=0)

    assert answer.json()["refused"] == "至少保留一个指标。"
    assert names(record) == ["培训人数"]


def test_a_removed_row_comes_back_with_all_that_it_held(city, record):
    arrange(at_browser(city.clerk), record, "remove", at=1)
    move = RowMove.objects.get()

    arrange(at_browser(city.clerk), record, "restore", move=move.pk)

    assert form_now(record).indicators == FORM.indicators
    assert form_now(record).total.weight == "100"


def test_a_row_comes_back_once(city, record):
    arrange(at_browser(city.clerk), record, "remove", at=1)
    move = RowMove.objects.get()
    arrange(at_browser(city.clerk), record, "restore", move=move.pk)

    answer = arrange(at_browser(city.colleague), record, "restore", move=move.pk)

    assert answer.json()["refused"] == "这一行已经恢复过。"
    assert names(record) == NAMES


def test_a_row_moves_within_its_group(city):
    record = record_at(city, Step.TARGET_DRAFT, form=TWO_QUANTITIES)

    arrange(at_browser(city.clerk), record, "up", at=1)

    assert names(record)[:2] == ["培训班次", "培训人数"]


def test_a_row_does_not_leave_its_group(city):
    record = record_at(city, Step.TARGET_DRAFT, form=TWO_QUANTITIES)

    answer = arrange(at_browser(city.clerk), record, "down", at=1)

    assert answer.status_code == 409
    assert names(record)[:2] == ["培训人数", "培训班次"]


def test_a_save_from_before_a_row_went_reaches_the_cell_that_was_meant(city, record):
    arrange(at_browser(city.colleague), record, "remove", at=0)

    answer = save(at_browser(city.clerk), record, ("indicators[1].target", "≥70%", "≥75%"))

    assert answer.status_code == 200
    assert [row.target for row in form_now(record).indicators] == ["≥75%", "≥90%"]


def test_a_save_from_before_rows_changed_places_reaches_the_cell_that_was_meant(city):
    record = record_at(city, Step.TARGET_DRAFT, form=TWO_QUANTITIES)
    arrange(at_browser(city.colleague), record, "up", at=1)

    save(at_browser(city.clerk), record, ("indicators[1].target", "≥20班", "≥25班"))

    assert form_now(record).indicators[0].target == "≥25班"


def test_what_is_typed_into_a_row_that_went_is_told_with_who_took_it(city, record):
    arrange(at_browser(city.colleague), record, "remove", at=1)

    answer = save(at_browser(city.clerk), record, ("indicators[1].target", "≥70%", "≥75%"))

    (apart,) = answer.json()["apart"]
    assert answer.status_code == 409
    assert (apart["why"], apart["name"], apart["mine"], apart["by"]) == (
        "row-gone",
        "培训后就业率·年度指标值",
        "≥75%",
        "王敏",
    )


def test_what_was_typed_meanwhile_goes_in_when_the_row_is_back(city, record):
    colleague = at_browser(city.colleague)
    arrange(colleague, record, "remove", at=1)
    arrange(colleague, record, "restore", move=RowMove.objects.get().pk)

    answer = save(at_browser(city.clerk), record, ("indicators[1].target", "≥70%", "≥75%"))

    assert answer.status_code == 200
    assert form_now(record).indicators[1].target == "≥75%"


def test_the_answer_tells_the_moves_since_the_page_was_drawn(city, record):
    arrange(at_browser(city.colleague), record, "remove", at=0)

    answer = save(at_browser(city.clerk), record, ("indicators[1].target", "≥70%", "≥75%"))

    (move,) = answer.json()["moves"]
    assert (move["deed"], move["at"], move["number"]) == ("remove", 0, 2)


def test_a_row_in_which_somebody_else_wrote_meanwhile_is_not_removed_unseen(city, record):
    save(at_browser(city.colleague), record, ("indicators[1].target", "≥70%", "≥75%"))

    answer = arrange(at_browser(city.clerk), record, "remove", at=1)

    assert answer.json()["refused"] == "您打开以后，别人改过这一行，没有删除。请看过再删。"
    assert names(record) == NAMES


def test_a_row_is_removed_though_somebody_wrote_in_another_one(city, record):
    save(at_browser(city.colleague), record, ("indicators[0].target", "≥1200人", "≥1300人"))

    answer = arrange(at_browser(city.clerk), record, "remove", at=1)

    assert answer.status_code == 200
    assert names(record) == ["培训人数", "学员满意度"]


def test_two_who_remove_the_same_row_remove_one(city, record):
    arrange(at_browser(city.colleague), record, "remove", at=1)

    answer = arrange(at_browser(city.clerk), record, "remove", at=1)

    assert answer.json()["refused"] == "这一行已不在表上，请刷新后再看。"
    assert names(record) == ["培训人数", "学员满意度"]


def test_rows_have_versions_of_their_own(city, record):
    client = at_browser(city.clerk)
    save(client, record, ("indicators[0].target", "≥1200人", "≥1300人"))
    arrange(client, record, "add", at=0)
    arrange(client, record, "remove", at=1)
    record.refresh_from_db()
    save(client, record, ("indicators[0].target", "≥1300人", "≥1400人"))

    rows = texts(client, f"/forms/{record.number}/versions/", "tbody th[scope=row]")
    assert rows[:4] == ["第 4 版", "第 3 版", "第 2 版", "第 1 版"]


def test_the_journal_tells_place_name_and_what_the_row_held(city, record):
    arrange(at_browser(city.colleague), record, "remove", at=1)

    entry = Entry.objects.get(action="remove-row")
    assert (entry.subject, entry.person_name) == (record.number, "王敏")
    assert entry.detail == (
        '{"name":"培训后就业率","on_behalf_of":"李芳","row":"2","row.actual":"72%",'
        '"row.level1":"效益指标","row.level2":"社会效益指标","row.score":"30",'
        '"row.target":"≥70%","row.weight":"30","version":"2"}'
    )


def test_once_targets_are_handed_in_rows_stay(city, record):
    declare(order(city.clerk, record))

    answer = arrange(at_browser(city.clerk), record, "remove", at=1)

    assert answer.status_code == 409
    assert names(record) == NAMES


def test_a_return_to_single_cells_opens_no_rows(city, record):
    declare(order(city.clerk, record))
    cell = CellRemark(path="indicators[0].target")
    send_back(order(city.reviewer, record, reason="请核对", cells=(cell,)))

    answer = arrange(at_browser(city.clerk), record, "add", at=1)

    assert answer.status_code == 409
    assert names(record) == NAMES


def test_results_have_no_rows_to_add(city):
    record = record_at(city, Step.SELF_EVALUATION)

    assert at_browser(city.clerk).get(f"/forms/{record.number}/arrange/").status_code == 403


def test_whoever_does_not_write_arranges_nothing(city, record):
    answer = arrange(at_browser(city.head), record, "remove", at=1)

    assert answer.status_code == 409
    assert names(record) == NAMES


def test_a_stranger_finds_no_rows(city, record):
    answer = arrange(at_browser(city.stranger), record, "remove", at=1)

    assert answer.status_code == 404
    assert names(record) == NAMES


def test_without_script_rows_are_arranged_on_a_page_of_their_own(city, record):
    client = at_browser(city.clerk)
    address = f"/forms/{record.number}/arrange/"
    client.post(address, {"doing": "remove", "at": "1", "version": record.version})

    assert texts(client, address, "table.arrange tbody th") == ["培训人数", "学员满意度"]
    assert texts(client, address, ".removed tbody th") == ["培训后就业率"]


def test_what_cannot_be_read_is_refused(city, record):
    client, address = at_browser(city.clerk), f"/forms/{record.number}/arrange/"

    answer = client.post(address, {"doing": "burn", "at": "-1"})

    assert answer.status_code == 400


def test_what_was_written_before_a_row_moved_keeps_its_name_in_the_history(city):
    record = record_at(city, Step.TARGET_DRAFT, form=TWO_QUANTITIES)
    client = at_browser(city.clerk)
    save(client, record, ("indicators[1].target", "≥20班", "≥25班"))
    record.refresh_from_db()
    arrange(client, record, "up", at=1)
    declare(order(city.clerk, record))

    lines = texts(client, f"/forms/{record.number}/", ".history > li li")
    assert lines == ["移动指标行：— → 培训班次", "培训班次·年度指标值：≥20班 → ≥25班"]


def test_what_was_written_in_a_row_that_went_keeps_its_name_among_the_versions(city, record):
    client = at_browser(city.clerk)
    save(client, record, ("indicators[1].target", "≥70%", "≥75%"))
    record.refresh_from_db()
    arrange(client, record, "remove", at=1)

    address = f"/forms/{record.number}/versions/?from=1&to=9"
    assert texts(client, address, ".history ul") == [
        "删除指标行：培训后就业率 → —总分·分值：100 → 70",
        "培训后就业率·年度指标值：≥70% → ≥75%",
    ]


def test_a_resubmission_tells_the_rows_that_came_and_went(city, record):
    declare(order(city.clerk, record))
    send_back(order(city.reviewer, record, reason="指标不全"))
    record.refresh_from_db()
    client = at_browser(city.clerk)
    arrange(client, record, "remove", at=2)
    arrange(client, record, "add", at=0, level1="产出指标", level2="质量指标", name="合格率")

    lines = texts(client, f"/forms/{record.number}/", ".since-return li")
    assert lines == ["合格率：— → 合格率", "学员满意度：学员满意度 → —", "总分·分值：100 → 90"]
