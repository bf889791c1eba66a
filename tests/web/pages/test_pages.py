"""What the pages show, and what their buttons do."""

from msgspec.structs import replace

from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.order import CellRemark
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at
from tests.web.pages.browsing import at_browser, scripts_in, texts

SCRIPT = "<script>alert('培训')</script>"


def buttons(client, record) -> list[str]:
    """Return the words of a form's buttons."""
    return texts(client, f"/forms/{record.number}/", ".moves .button")


def test_a_clerk_sees_the_buttons_of_what_a_clerk_may_do(city):
    record = record_at(city, Step.SELF_EVALUATION)

    assert buttons(at_browser(city.clerk), record) == ["提交自评", "申请开放"]


def test_a_reviewer_sees_the_buttons_of_what_a_reviewer_may_do(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)

    assert buttons(at_browser(city.reviewer), record) == ["审核通过", "退回"]


def test_an_auditor_sees_no_button(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)

    assert buttons(at_browser(city.auditor), record) == []


def test_a_form_shows_its_table_and_its_findings(city):
    record = record_at(
        city, Step.SELF_EVALUATION, form=replace(FORM, total=replace(FORM.total, score="98"))
    )
    client = at_browser(city.clerk)

    assert "总分" in texts(client, f"/forms/{record.number}/", "table.form th")
    assert any("98" in each for each in texts(client, f"/forms/{record.number}/", ".finding.error"))


def test_a_form_without_results_is_not_judged(city):
    record = record_at(city, Step.TARGET_REVIEW)

    assert texts(at_browser(city.reviewer), f"/forms/{record.number}/", ".finding, .re") == []


def test_a_form_waits_for_its_filler_and_for_no_colleague(city):
    record_at(city, Step.SELF_EVALUATION)

    assert texts(at_browser(city.clerk), "/tasks/", "tbody th") == ["职业技能培训补助"]
    assert texts(at_browser(city.colleague), "/tasks/", "tbody th") == []


def test_a_handed_in_form_waits_for_the_reviewer(city):
    record = record_at(city, Step.SELF_EVALUATION)

    at_browser(city.clerk).post(f"/forms/{record.number}/hand-in/", {"version": "1"})

    assert texts(at_browser(city.clerk), "/tasks/", "tbody th") == []
    assert texts(at_browser(city.reviewer), "/tasks/", "tbody th") == ["职业技能培训补助"]


def test_a_return_shows_its_reason_and_leads_to_the_cell(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    sent = {"version": "1", "reason": "请核对就业率", "cell": "indicators[1].actual"}

    at_browser(city.reviewer).post(f"/forms/{record.number}/send-back/", sent)

    client = at_browser(city.clerk)
    assert texts(client, f"/forms/{record.number}/", ".returned .prose") == ["请核对就业率"]
    assert texts(client, f"/forms/{record.number}/", ".returned li span") == [
        "培训后就业率·实际完成值"
    ]


def test_a_return_without_a_reason_says_what_is_missing(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)

    answer = at_browser(city.reviewer).post(f"/forms/{record.number}/send-back/", {"version": "1"})

    assert answer.status_code == 409
    assert "请写明理由。" in answer.content.decode()


def test_an_adjustment_is_asked_for_and_approved_in_the_browser(city):
    record = record_at(city, Step.MONITORING)
    wish = {"version": "1", "indicators[0].target": "≥1250人", "reason": "追加了一个班"}

    at_browser(city.clerk).post(f"/forms/{record.number}/ask-adjustment/", wish)
    at_browser(city.budget).post(f"/forms/{record.number}/approve-adjustment/", {"version": "1"})

    record.refresh_from_db()
    assert form_of(record).indicators[0].target == "≥1250人"


def test_a_report_of_progress_shows_its_lights(city):
    record = record_at(city, Step.MONITORING)
    sent = {
        "version": "1",
        "indicators[0].target.done": "300人",
        "indicators[1].target.done": "68%",
        "indicators[2].target.done": "91%",
    }

    at_browser(city.clerk).post(f"/forms/{record.number}/report-monitoring/", sent)

    lights = texts(at_browser(city.clerk), f"/forms/{record.number}/", ".light")
    assert lights == ["红灯", "蓝灯", "蓝灯"]


def test_a_resubmission_shows_what_changed(city):
    record = record_at(city, Step.SELF_EVALUATION)
    hand_in(order(city.clerk, record))
    cells = (CellRemark(path="indicators[1].actual"),)
    send_back(order(city.reviewer, record, reason="请核对", cells=cells))
    sent = {"was": '{"indicators[1].actual": "72%"}', "indicators[1].actual": "71%"}
    client = at_browser(city.clerk)

    client.post(f"/forms/{record.number}/cells/", sent)

    changed = texts(client, f"/forms/{record.number}/resubmit/", ".changed li")
    assert changed == ["培训后就业率·实际完成值：72% → 71%"]


def test_a_target_is_reviewed_in_the_browser(city):
    record = record_at(city, Step.TARGET_REVIEW)
    sent = {"version": "1", "aspect": ["complete", "relevant", "appropriate", "feasible"]}

    at_browser(city.reviewer).post(f"/forms/{record.number}/review-target/", sent)

    record.refresh_from_db()
    assert record.step == Step.TARGET_APPROVAL


def test_several_forms_are_accepted_at_once(city):
    first = record_at(city, Step.DEPARTMENT_REVIEW)
    second = record_at(city, Step.DEPARTMENT_REVIEW)
    sent = {"number": [first.number, second.number]}

    at_browser(city.reviewer).post("/tasks/review-department/", sent)

    assert FormRecord.objects.filter(step=Step.FINANCE_RECHECK).count() == 2


def test_one_that_cannot_be_done_does_not_stop_the_others(city):
    gone = record_at(city, Step.FINANCE_RECHECK)
    waiting = record_at(city, Step.DEPARTMENT_REVIEW)
    client = at_browser(city.reviewer)

    client.post("/tasks/review-department/", {"number": [gone.number, waiting.number]})

    waiting.refresh_from_db()
    assert waiting.step == Step.FINANCE_RECHECK
    assert texts(client, "/tasks/", ".told.error") == ["职业技能培训补助：这份表现在不在这一步。"]


def test_several_forms_are_returned_with_one_reason(city):
    first = record_at(city, Step.DEPARTMENT_REVIEW)
    second = record_at(city, Step.DEPARTMENT_REVIEW)
    sent = {"number": [first.number, second.number], "reason": "缺少原因分析"}

    at_browser(city.reviewer).post("/tasks/send-back/", sent)

    assert FormRecord.objects.filter(step=Step.SELF_EVALUATION).count() == 2


def test_a_stranger_cannot_slip_a_form_into_a_batch(city):
    record = record_at(city, Step.SELF_EVALUATION)

    answer = at_browser(city.stranger).post("/tasks/hand-in/", {"number": [record.number]})

    record.refresh_from_db()
    assert answer.status_code == 404
    assert record.step == Step.SELF_EVALUATION


def test_an_action_that_is_none_is_not_found(city):
    record = record_at(city, Step.SELF_EVALUATION)

    assert at_browser(city.clerk).get(f"/forms/{record.number}/abolish/").status_code == 404
    assert at_browser(city.clerk).post("/tasks/withdraw/").status_code == 404


def test_a_reviewer_can_copy_a_reminder(city):
    record_at(city, Step.SELF_EVALUATION)

    (text,) = texts(at_browser(city.reviewer), "/reminders/", "textarea")
    assert text == (
        "以下 1 份绩效表尚在“单位自评”，截至 2025-03-15，请抓紧办理：云岭市就业服务中心（职业技能培训补助）。"
    )


def test_a_clerk_has_nobody_to_remind(city):
    record_at(city, Step.SELF_EVALUATION)

    assert texts(at_browser(city.colleague), "/reminders/", "textarea") == []


def test_a_script_in_any_text_of_a_form_stays_text(city):
    row = replace(FORM.indicators[0], name=SCRIPT, actual=SCRIPT, reason=SCRIPT, target=SCRIPT)
    form = replace(
        FORM,
        title=SCRIPT,
        reporting_unit=SCRIPT,
        conclusion=SCRIPT,
        project=replace(FORM.project, name=SCRIPT, department=SCRIPT),
        goal=replace(FORM.goal, actual=SCRIPT, expected=SCRIPT),
        indicators=(row, *FORM.indicators[1:]),
    )
    record = record_at(city, Step.SELF_EVALUATION, form=form)
    client = at_browser(city.clerk)
    pages = ("/tasks/", "/forms/", f"/forms/{record.number}/")

    assert [scripts_in(client.get(page).content.decode()) for page in pages] == [0, 0, 0]


def test_a_script_in_a_reason_stays_text(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    sent = {"version": "1", "reason": SCRIPT}

    at_browser(city.reviewer).post(f"/forms/{record.number}/send-back/", sent)

    page = at_browser(city.clerk).get(f"/forms/{record.number}/").content.decode()
    assert scripts_in(page) == 0
    assert "&lt;script&gt;" in page


def test_no_page_has_inline_style_or_script(city):
    record = record_at(city, Step.SELF_EVALUATION)
    page = at_browser(city.clerk).get(f"/forms/{record.number}/").content.decode()

    assert " style=" not in page
    assert "<style" not in page
    assert " onclick=" not in page


def test_the_platform_speaks_english_on_request(city):
    client = at_browser(city.clerk)

    answer = client.post("/language/", {"language": "en", "next": "/forms/"})

    assert answer.headers["Location"] == "/forms/"
    assert texts(client, "/forms/", "h1") == ["Forms 0 forms"]


def test_the_switch_of_language_leads_to_no_other_host(city):
    answer = at_browser(city.clerk).post(
        "/language/", {"language": "en", "next": "https://example.com/"}
    )

    assert answer.headers["Location"] == "/"


def test_the_journal_says_that_it_is_whole(city):
    record = record_at(city, Step.SELF_EVALUATION)
    hand_in(order(city.clerk, record))
    client = at_browser(city.audit_admin)

    assert texts(client, "/journal/", ".told.success") == ["逐条核验，未见改动或删除。"]
    assert any("提交自评" in row for row in texts(client, "/journal/", "tbody tr"))


BEGINNING = {
    "project": "农民工返乡创业补贴",
    "year": "2025",
    "rows": "产出指标\t数量指标\t补贴人数\t≥200人\t60\n效益指标，社会效益指标，带动就业，≥500人，30",
}


def test_a_clerk_begins_a_form_from_a_pasted_list(city):
    at_browser(city.clerk).post("/begin/", BEGINNING)

    record = FormRecord.objects.get()
    names = [(row.name, row.target, row.weight) for row in form_of(record).indicators]
    assert (record.organisation, record.step) == (city.centre, Step.TARGET_DRAFT)
    assert names == [("补贴人数", "≥200人", "60"), ("带动就业", "≥500人", "30")]


def test_a_form_that_was_begun_can_be_filled_in_and_declared(city):
    client = at_browser(city.clerk)
    client.post("/begin/", BEGINNING)
    number = FormRecord.objects.get().number

    client.post(f"/forms/{number}/cells/", {"goal.expected": "补贴200人"})
    client.post(f"/forms/{number}/declare/", {"version": "2"})

    record = FormRecord.objects.get()
    assert record.step == Step.TARGET_REVIEW
    assert form_of(record).goal.expected == "补贴200人"


def test_a_line_that_is_no_indicator_is_named(city):
    sent = {**BEGINNING, "rows": "产出指标，补贴人数"}

    answer = at_browser(city.clerk).post("/begin/", sent)

    assert answer.status_code == 409
    assert "这一行不是五栏，或有空栏：产出指标，补贴人数" in answer.content.decode()
