"""The pages of a form's notices, as office and unit meet them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jiheng.web.files.models import StoredFile
from jiheng.web.rectification.models import Demand, DemandProof, Notice
from jiheng.web.rectification.states import NoticeState
from tests.web.pages.browsing import at_browser, texts
from tests.web.rectification.notices import SCORE, fed_back, mended, noticed, wrong_record

KEY = f"SC15@{SCORE}"


@pytest.fixture
def record(city):
    """Return a closed form, in which one score is too high."""
    return wrong_record(city)


def issued(record, **more):
    """Return what the office's page sends: one finding, one demand in words."""
    return {
        "version": record.version,
        "finding": KEY,
        f"wanted:{KEY}": "按完成比例重新计分",
        "found:0": "未建立培训台账",
        "todo:0": "补建台账并报送",
        "due": "2099-06-30",
        "reason": "请按期整改",
        **more,
    }


def test_the_office_issues_a_notice_by_one_page(city, record):
    address = f"/forms/{record.number}/rectification/issue/"

    answer = at_browser(city.performance).post(address, issued(record))

    assert answer.headers["Location"] == f"/forms/{record.number}/rectification/"
    assert [each.code for each in Demand.objects.all()] == ["SC15", ""]


def test_the_page_offers_what_the_rules_find_with_their_advice(city, record):
    client, address = at_browser(city.performance), f"/forms/{record.number}/rectification/issue/"

    (told,) = texts(client, address, ".demands .soft")
    assert "应得 9.44 分" in told
    assert "核对得分" in texts(client, address, f"textarea[name='wanted:{KEY}']")[0]


def test_a_notice_that_lacks_something_keeps_what_was_typed(city, record):
    address = f"/forms/{record.number}/rectification/issue/"

    answer = at_browser(city.performance).post(address, issued(record, **{"todo:0": ""}))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "每条书面要求都要写问题和整改要求" in page
    assert ">未建立培训台账</textarea>" in page


def test_a_notice_about_an_older_version_is_refused(city, record):
    address = f"/forms/{record.number}/rectification/issue/"

    answer = at_browser(city.performance).post(address, issued(record, version=7))

    assert answer.status_code == 409
    assert not Notice.objects.exists()


def test_the_form_shows_its_unit_what_is_to_be_done_until_when(city, record):
    noticed(city, record)

    (told,) = texts(at_browser(city.clerk), f"/forms/{record.number}/", ".returned")

    assert "截至 2099-06-30" in told
    assert "按完成比例重新计分 学员满意度·得分" in told
    assert told.endswith("提交整改反馈")


def test_the_unit_finds_the_notice_in_its_tasks(city, record):
    noticed(city, record)

    assert texts(at_browser(city.clerk), "/tasks/", "td.next") == ["整改"]
    assert texts(at_browser(city.clerk), "/tasks/", ".side .pill") == ["1", "1"]


def test_the_office_is_led_to_the_feedback(city, record):
    fed_back(city, record)

    assert texts(at_browser(city.performance), "/tasks/", "td.next") == ["核对反馈"]


def test_the_unit_saves_and_hands_in_with_proof(city, record):
    notice = noticed(city, record)
    finding, ledger = Demand.objects.all()
    client, address = at_browser(city.clerk), f"/forms/{record.number}/rectification/answer/"
    said = {f"answer:{finding.pk}": "规则有出入，见说明", f"answer:{ledger.pk}": "台账已建"}

    client.post(address, {**said, f"proof:{ledger.pk}": SimpleUploadedFile("台账.xlsx", b"x")})
    answer = client.post(address, {**said, "do": "hand-in"})

    notice.refresh_from_db()
    assert answer.status_code == 302
    assert notice.state == NoticeState.FED_BACK
    assert DemandProof.objects.get().file.name == "台账.xlsx"


def test_an_empty_feedback_is_answered_by_a_sentence(city, record):
    noticed(city, record)
    address = f"/forms/{record.number}/rectification/answer/"

    answer = at_browser(city.clerk).post(address, {"do": "hand-in"})

    assert answer.status_code == 409
    assert "每条都要写整改情况" in answer.content.decode()


@pytest.mark.parametrize("who", ["reviewer", "auditor", "section"])
def test_of_whoever_is_not_asked_no_file_is_kept(city, record, who):
    noticed(city, record)
    ledger = Demand.objects.get(code="")
    sent = {f"proof:{ledger.pk}": SimpleUploadedFile("台账.xlsx", b"x")}
    address = f"/forms/{record.number}/rectification/answer/"

    answer = at_browser(getattr(city, who)).post(address, sent)

    assert answer.status_code == 409
    assert not StoredFile.objects.exists()


def test_a_program_is_no_proof(city, record):
    noticed(city, record)
    ledger = Demand.objects.get(code="")
    sent = {f"proof:{ledger.pk}": SimpleUploadedFile("账.exe", b"x")}
    address = f"/forms/{record.number}/rectification/answer/"

    answer = at_browser(city.clerk).post(address, sent)

    assert answer.status_code == 409
    assert "不是常用的办公文件" in answer.content.decode()


def test_a_proof_is_sent_to_whoever_sees_the_form_and_to_no_stranger(city, record):
    noticed(city, record)
    ledger = Demand.objects.get(code="")
    sent = {f"proof:{ledger.pk}": SimpleUploadedFile("台账.xlsx", b"ledger")}
    at_browser(city.clerk).post(f"/forms/{record.number}/rectification/answer/", sent)
    address = f"/rectification/proofs/{DemandProof.objects.get().pk}/"

    assert at_browser(city.stranger).get(address).status_code == 404
    answer = at_browser(city.auditor).get(address)
    body = b"".join(answer.streaming_content)
    answer.close()

    assert body == b"ledger"
    assert answer["Content-Type"] == "application/octet-stream"


def settled(record, do, **more):
    """Return what the office's page sends of its decision."""
    ledger = Demand.objects.get(code="")
    return {
        "version": record.version,
        f"met:{ledger.pk}": "yes",
        f"judgement:{ledger.pk}": "台账齐全",
        "do": do,
        **more,
    }


def test_the_office_closes_what_is_mended(city, record):
    fed_back(city, record)
    record.refresh_from_db()
    address = f"/forms/{record.number}/rectification/settle/"

    answer = at_browser(city.performance).post(address, settled(record, "close"))

    assert answer.status_code == 302
    assert Notice.objects.get().state == NoticeState.CLOSED


def test_the_page_of_the_office_says_that_a_finding_is_still_there(city, record):
    fed_back(city, record, score="9.9")
    record.refresh_from_db()
    client, address = at_browser(city.performance), f"/forms/{record.number}/rectification/"

    answer = client.post(f"{address}settle/", settled(record, "close"))

    assert answer.status_code == 409
    assert "仍然存在，不能销号" in answer.content.decode()
    assert texts(client, address, ".demand .tag-bad") == ["仍存在", "待认定"]


def test_the_office_gives_a_feedback_back(city, record):
    fed_back(city, record, score="9.9")
    record.refresh_from_db()
    sent = settled(record, "refuse", reason="得分未按比例", due="2099-07-15")

    at_browser(city.performance).post(f"/forms/{record.number}/rectification/settle/", sent)

    notice = Notice.objects.get()
    assert (notice.state, notice.due) == (NoticeState.ISSUED, date(2099, 7, 15))


def test_the_page_shows_each_cell_before_and_after(city, record):
    fed_back(city, record)
    address = f"/forms/{record.number}/rectification/"

    assert texts(at_browser(city.auditor), address, ".changed li") == [
        "学员满意度·得分：10 → 9.44",
        "总分·得分：99.5 → 98.94",
    ]


def test_a_notice_can_be_revoked_with_a_reason(city, record):
    noticed(city, record)
    client, address = at_browser(city.performance), f"/forms/{record.number}/rectification/"

    assert client.post(f"{address}revoke/", {"version": 1}).status_code == 409
    client.post(f"{address}revoke/", {"version": 1, "reason": "通知有误"})

    assert texts(client, address, ".settled summary .tag-soft") == ["已撤销"]


def test_who_may_not_issue_is_told_so_and_a_stranger_finds_nothing(city, record):
    address = f"/forms/{record.number}/rectification/issue/"

    assert at_browser(city.clerk).get(address).status_code == 403
    assert at_browser(city.stranger).get(address).status_code == 404
    assert at_browser(city.stranger).post(address, issued(record)).status_code == 404


def test_the_history_of_the_form_tells_what_was_demanded_and_done(city, record):
    noticed(city, record)
    mended(city, record)

    told = texts(at_browser(city.clerk), f"/forms/{record.number}/", ".history li > div")

    assert told[0].startswith("下达整改通知")
    assert "学员满意度·得分：按完成比例重新计分" in told[1]


def test_the_unit_reads_why_its_feedback_was_refused(city, record):
    fed_back(city, record, score="9.9")
    record.refresh_from_db()
    sent = settled(record, "refuse", reason="得分未按比例", due="2099-07-15")
    at_browser(city.performance).post(f"/forms/{record.number}/rectification/settle/", sent)
    client = at_browser(city.clerk)

    assert texts(client, f"/forms/{record.number}/", ".turned-down") == ["退回整改 得分未按比例"]
    (told,) = texts(client, f"/forms/{record.number}/rectification/", ".turned-down")
    assert told.startswith("退回整改 得分未按比例 陈静")


def test_after_the_next_feedback_the_refusal_is_history(city, record):
    fed_back(city, record, score="9.9")
    record.refresh_from_db()
    client, address = at_browser(city.performance), f"/forms/{record.number}/rectification/"
    sent = settled(record, "refuse", reason="得分未按比例", due="2099-07-15")
    client.post(f"{address}settle/", sent)

    mended(city, record)
    at_browser(city.clerk).post(f"{address}answer/", {"do": "hand-in", **_said()})

    assert texts(client, address, ".turned-down") == []


def _said():
    """Return words for every demand."""
    return {f"answer:{each.pk}": "已改" for each in Demand.objects.all()}
