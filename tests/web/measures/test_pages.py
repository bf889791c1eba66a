"""The measures of a form as its clerk, a reviewer and a stranger meet them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jiheng.rulebook.proofs import parse_measure
from jiheng.web.chain.steps import Step
from jiheng.web.evidence.models import Paper
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.journal.models import Entry
from jiheng.web.measures.models import RowMeasure, RowResult
from tests.web.city import record_at
from tests.web.measures.training import LEDGER, MEASURE, NAME, chosen_for, measured_from
from tests.web.pages.browsing import at_browser, texts


def page(record, at=0):
    return f"/forms/{record.number}/measures/{at}/"


def as_file(data, name="result.json"):
    return SimpleUploadedFile(name, data, content_type="application/json")


@pytest.fixture
def chosen(city, record):
    """Return the measure that was chosen for 培训人数."""
    return chosen_for(city, record)


@pytest.fixture
def brought(city, record, chosen, tmp_path):
    """Return the clerk's browser after the result was handed in."""
    client = at_browser(city.clerk)
    client.post(
        f"{page(record)}hand-in/", {"result-file": as_file(measured_from(chosen, tmp_path))}
    )
    return client


def test_every_indicator_is_listed_with_what_it_lacks(city, record):
    rows = texts(at_browser(city.clerk), f"/forms/{record.number}/measures/", "tbody tr")

    assert rows[0] == "培训人数≥1200人1260人 没有选取数 — 选取数"


def test_measures_for_an_indicator_of_its_name_come_first(city, record):
    form = form_of(record)
    FormRecord.objects.filter(pk=record.pk).update(
        document=record.document.replace(form.indicators[0].name, "待遇领取人数")
    )

    shown = texts(at_browser(city.clerk), page(record), "#choose tbody th")

    assert len(shown) == 4
    assert all("指标名称相符" in each for each in shown)


def test_the_search_goes_over_all_measures(city, record):
    shown = texts(at_browser(city.clerk), f"{page(record)}?q=制卡 日期", "#choose tbody th")

    assert [each.split()[0] for each in shown] == ["最后一张卡的制卡日期"]


def test_a_ready_measure_is_chosen_with_one_button(city, record):
    client = at_browser(city.clerk)

    client.post(f"{page(record)}choose/", {"name": NAME, "id": "card-holders"}, follow=True)

    assert RowMeasure.objects.get().row == "indicators[0]"
    assert "社保卡制卡服务覆盖人数 card-holders · 卡务系统" in texts(
        client, page(record), "h2 > span"
    )


def test_a_measure_of_ones_own_is_pasted_with_its_ledger(city, record):
    sent = {"name": NAME, "measure": MEASURE, "ledger": LEDGER}

    at_browser(city.clerk).post(f"{page(record)}own/", sent)

    assert RowMeasure.objects.get().chosen_by == city.clerk


@pytest.mark.parametrize(
    ("measure", "ledger", "says"),
    [
        (MEASURE, "", "取数写的台账“training.yaml”不是内置的"),
        (MEASURE.replace("unit: 人", "unti: 人"), LEDGER, "没有 unti 这一项"),
        (MEASURE.replace("column: status", "column: state"), LEDGER, "没有列“state”"),
        (MEASURE, LEDGER.replace("key: [trainee_id]", "key: [id]"), "key 应写本表的列名"),
        ("", LEDGER, "写法不对"),
    ],
)
def test_what_cannot_stand_is_told_and_what_was_typed_stays(city, record, measure, ledger, says):
    sent = {"name": NAME, "measure": measure, "ledger": ledger}

    answer = at_browser(city.clerk).post(f"{page(record)}own/", sent)

    assert answer.status_code == 409
    assert says in answer.content.decode()
    assert measure.strip()[-20:] in answer.content.decode()


def test_a_row_that_is_another_by_now_gets_no_measure(city, record):
    sent = {"name": "另一个指标", "id": "card-holders"}

    answer = at_browser(city.clerk).post(f"{page(record)}choose/", sent, follow=True)

    assert "指标行已增删或移动" in answer.content.decode()
    assert not RowMeasure.objects.exists()


def test_the_page_says_what_is_asked_and_needed(city, record, chosen):
    client = at_browser(city.clerk)

    assert texts(client, page(record), ".asks dd") == [
        "表“学员”里不同的个人编号有多少个",
        "状态 = 结业",
        "结业日期 在期间内",
        "2024-01-01 至 2024-12-31",
        "人",
    ]
    assert texts(client, page(record), ".command") == [
        "jiheng measure run people-trained.yaml --ledger 台账文件夹 --year 2024"
        " --schema training.yaml -o people-trained-2024.json"
    ]
    assert "person_id 个人编号 个人信息，不出台账" in " ".join(
        texts(client, page(record), "td.said")
    )


def test_the_file_that_is_downloaded_is_the_measure_that_was_chosen(city, record, chosen):
    answer = at_browser(city.clerk).get(f"{page(record)}measure.yaml")

    assert parse_measure(answer.content, "a.yaml") == parse_measure(MEASURE.encode(), "a.yaml")


def test_a_result_becomes_a_recomputed_paper_of_its_row(record, brought):
    assert RowResult.objects.get().brought_by.name == "李芳"
    assert Paper.objects.get().row == "indicators[0]"
    assert texts(brought, page(record), ".big") == ["2人"]
    assert Entry.objects.filter(action="bring-result").exists()


def test_nothing_is_written_until_somebody_says_so(record, brought):
    record.refresh_from_db()

    assert form_of(record).indicators[0].actual == "1260人"


def test_one_button_writes_the_value(record, brought):
    brought.post(f"{page(record)}take/", {"name": NAME, "seen": "1260人"})

    record.refresh_from_db()
    assert form_of(record).indicators[0].actual == "2人"
    assert "与实际完成值一致" in texts(brought, page(record), ".tag-good")


def test_what_somebody_wrote_meanwhile_is_not_overwritten(record, brought):
    answer = brought.post(f"{page(record)}take/", {"name": NAME, "seen": "1200人"})

    record.refresh_from_db()
    assert answer.status_code == 409
    assert form_of(record).indicators[0].actual == "1260人"


def test_a_file_that_is_no_result_is_told(city, record, chosen):
    answer = at_browser(city.clerk).post(f"{page(record)}hand-in/", {"result-file": as_file(b"{}")})

    assert answer.status_code == 409
    assert "这个文件不是取数结果" in answer.content.decode()


def test_no_file_is_told(city, record, chosen):
    answer = at_browser(city.clerk).post(f"{page(record)}hand-in/")

    assert "没有选文件" in answer.content.decode()


def test_another_measure_leaves_the_earlier_results_papers(city, record, brought):
    brought.post(f"{page(record)}choose/", {"name": NAME, "id": "card-holders"})

    assert Paper.objects.count() == 1
    assert texts(brought, page(record), ".big") == []


def test_a_reviewer_reads_the_result_and_changes_nothing(city, record, brought):
    client = at_browser(city.reviewer)

    assert texts(client, page(record), ".big") == ["2人"]
    assert texts(client, page(record), "main form") == []
    assert client.get(f"{page(record)}measure.yaml").status_code == 403
    assert client.post(f"{page(record)}drop/", {"name": NAME}).status_code == 403


def test_a_stranger_sees_no_such_form(city, record, chosen):
    assert at_browser(city.stranger).get(page(record)).status_code == 404


def test_a_form_that_was_handed_in_takes_nothing_more(city):
    handed_in = record_at(city, Step.DEPARTMENT_REVIEW)

    answer = at_browser(city.clerk).post(f"{page(handed_in)}choose/", {"name": NAME})

    assert answer.status_code == 403


def test_an_english_reader_has_no_chinese_words_of_ours(city, record, chosen):
    client = at_browser(city.clerk)
    client.post("/language/", {"language": "en"})

    assert texts(client, page(record), ".asks dd")[0] == (
        "how many different person_id the table “trainee” has"
    )
