"""The pages of an import: who sees them, what they show, what their buttons do."""

from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_tasks_db.models import DBTaskResult
from msgspec.structs import replace

from jiheng.model.form import Doubt
from jiheng.pipeline.apart.reading import seen_tables
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.imports import job
from jiheng.web.imports.job import run_batch
from jiheng.web.imports.models import Batch, BatchFile
from tests.web.city import FORM
from tests.web.imports.handing import form, imported, only_form, states, waiting, word
from tests.web.pages.browsing import at_browser, scripts_in, texts


def upload(client, *files, **said):
    """Return the answer to an upload."""
    sent = {"title": "", "year": "2024", "step": "self-evaluation", "files": files}
    return client.post("/imports/", {**sent, **said})


def file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def page_of(batch, more: str = "") -> str:
    return f"/imports/{batch.pk}/{more}"


@pytest.fixture
def doubtful(city, monkeypatch):
    """Return an import whose one form has a doubt, as a reader might leave it."""
    read = job.BatchForm

    def with_doubt(**fields):
        doubt = Doubt(
            at="indicators[0].level2",
            text="质量指标",
            candidates=("质量指标", "时效指标"),
            reason="drift",
        )
        whole = job.msgspec.json.decode(fields["document"], type=type(FORM))
        fields["document"] = job.msgspec.json.encode(replace(whole, doubts=(doubt,))).decode()
        return read(**fields)

    monkeypatch.setattr(job, "BatchForm", with_doubt)
    return imported(city.clerk, ("自评表.docx", word()))


def test_an_upload_waits_for_the_worker(city):
    answer = upload(at_browser(city.clerk), file("自评表.docx", word()))

    batch = Batch.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/imports/{batch.pk}/")
    assert states(batch) == {"自评表.docx": "waiting"}
    assert DBTaskResult.objects.get().args_kwargs["args"] == [batch.pk]


def test_folders_of_an_upload_are_shown(city):
    data = file("自评表.docx", word())

    upload(at_browser(city.clerk), data, paths='["人社局/自评表.docx"]')

    assert list(states(Batch.objects.get())) == ["人社局/自评表.docx"]


def test_folders_that_lead_elsewhere_are_refused(city):
    upload(at_browser(city.clerk), file("a.docx", word()), paths='["../../a.docx"]')

    assert states(Batch.objects.get()) == {"../../a.docx": "unreadable"}


def test_an_upload_without_files_says_so(city):
    answer = upload(at_browser(city.clerk))

    assert answer.status_code == 409
    assert "没有收到文件" in answer.content.decode()


def test_a_step_that_is_not_for_the_visitor_is_refused(city):
    answer = upload(at_browser(city.clerk), file("a.docx", word()), step="closed")

    assert answer.status_code == 409
    assert not Batch.objects.exists()


def test_a_year_that_is_none_is_refused(city):
    answer = upload(at_browser(city.clerk), file("a.docx", word()), year="今年")

    assert "年度请填四位数字" in answer.content.decode()


@pytest.mark.parametrize("who", ["colleague", "reviewer", "performance", "stranger", "auditor"])
@pytest.mark.parametrize("more", ["", "report/", "files/{file}/"])
def test_an_import_is_seen_by_whoever_handed_it_in_and_by_nobody_else(city, who, more):
    batch = waiting(city.clerk, ("自评表.docx", word()))
    address = page_of(batch, more.format(file=BatchFile.objects.get().pk))

    assert at_browser(city.clerk).get(address).status_code == 200
    assert at_browser(getattr(city, who)).get(address).status_code == 404


@pytest.mark.parametrize("more", ["add/", "pause/"])
def test_nobody_else_presses_its_buttons(city, more):
    batch = waiting(city.clerk, ("自评表.docx", word()))

    assert at_browser(city.colleague).post(page_of(batch, more)).status_code == 404


def test_a_file_of_another_import_is_none_of_this(city):
    mine = waiting(city.clerk, ("自评表.docx", word()))
    other = waiting(city.colleague, ("自评表.docx", word()))
    theirs = BatchFile.objects.get(batch=other).pk

    assert at_browser(city.clerk).get(page_of(mine, f"files/{theirs}/")).status_code == 404
    assert at_browser(city.clerk).get(page_of(mine, f"?file={theirs}")).status_code == 404


def test_each_file_is_one_line_with_what_became_of_it(city):
    batch = imported(city.clerk, ("自评表.docx", word()), ("坏.docx", b"PK\x03\x04"))
    client = at_browser(city.clerk)

    assert texts(client, page_of(batch), "#files-list tbody .state") == ["已导入", "未能读取"]
    assert texts(client, page_of(batch), ".big") == ["2 / 2"]
    assert texts(client, page_of(batch, "?show=unreadable"), "#files-list tbody th a") == [
        "坏.docx"
    ]
    assert texts(client, page_of(batch), ".tabs a") == [
        "全部 2", "待确认 0", "未能读取 1", "重复跳过 0", "已导入 1",
    ]  # fmt: skip


def test_a_running_import_asks_for_news_and_a_finished_one_does_not(city):
    batch = waiting(city.clerk, ("自评表.docx", word()))
    client = at_browser(city.clerk)
    before = client.get(page_of(batch)).content.decode()

    run_batch.func(batch.pk)

    assert "hx-trigger" in before
    assert "hx-trigger" not in client.get(page_of(batch)).content.decode()


def test_the_news_are_the_figures_and_the_list_and_no_whole_page(city):
    batch = waiting(city.clerk, ("自评表.docx", word()))

    news = at_browser(city.clerk).get(page_of(batch, "?live=1"), headers={"HX-Request": "true"})

    assert "<html" not in news.content.decode()
    assert 'hx-swap-oob="true"' in news.content.decode()


def test_news_bring_the_first_question_and_leave_one_that_is_being_answered(city):
    batch = imported(city.stranger, ("自评表.docx", word()))
    file = BatchFile.objects.get().pk
    client, news = at_browser(city.stranger), {"HX-Request": "true"}

    first = client.get(page_of(batch, "?live=1"), headers=news).content.decode()
    later = client.get(page_of(batch, f"?live=1&file={file}"), headers=news).content.decode()

    assert "是哪个单位的表" in first
    assert "是哪个单位的表" not in later


def test_a_paused_import_begins_no_file_until_it_goes_on(city):
    batch = waiting(city.clerk, ("自评表.docx", word()))
    client = at_browser(city.clerk)

    client.post(page_of(batch, "pause/"))
    run_batch.func(batch.pk)
    before = states(batch)
    client.post(page_of(batch, "pause/"))
    run_batch.func(batch.pk)

    assert before == {"自评表.docx": "waiting"}
    assert states(batch) == {"自评表.docx": "imported"}


def test_files_are_added_to_an_import(city):
    batch = imported(city.clerk, ("自评表.docx", word()))

    data = file("又一份.docx", word(form(name="创业担保贷款贴息")))
    at_browser(city.clerk).post(page_of(batch, "add/"), {"files": [data]})

    assert states(batch) == {"自评表.docx": "imported", "又一份.docx": "waiting"}


def test_a_doubt_is_shown_with_its_answers_beside_the_files_table(city, doubtful):
    client = at_browser(city.clerk)
    address = page_of(doubtful, f"files/{BatchFile.objects.get().pk}/")

    assert texts(client, address, ".choice span")[:3] == [
        "数量指标 现在读作",
        "质量指标 原文",
        "时效指标",
    ]
    assert texts(client, address, ".whole .scroll .marked") == ["1 数量指标"]


def test_an_answer_is_written_into_the_form_and_the_form_is_stored(city, doubtful):
    address = page_of(doubtful, f"files/{BatchFile.objects.get().pk}/")

    at_browser(city.clerk).post(address, {"answer:at:indicators[0].level2": "时效指标"})

    assert form_of(FormRecord.objects.get()).indicators[0].level2 == "时效指标"
    assert states(doubtful) == {"自评表.docx": "imported"}


def test_another_answer_may_be_written(city, doubtful):
    address = page_of(doubtful, f"files/{BatchFile.objects.get().pk}/")
    key = "at:indicators[0].level2"

    at_browser(city.clerk).post(address, {f"answer:{key}": "other", f"written:{key}": "成本指标"})

    assert form_of(FormRecord.objects.get()).indicators[0].level2 == "成本指标"


def test_an_answer_that_does_not_fit_its_cell_is_refused_with_a_sentence(city, doubtful):
    address = page_of(doubtful, f"files/{BatchFile.objects.get().pk}/")
    key = "at:indicators[0].weight"

    answer = at_browser(city.clerk).post(address, {f"answer:{key}": "很多"})

    assert answer.status_code == 409
    assert "要填分数" in answer.content.decode()
    assert only_form(doubtful).state == "in-doubt"


def test_a_form_that_is_left_out_is_skipped(city):
    batch = imported(city.clerk, ("自评表.docx", word()), year=2022)
    address = page_of(batch, f"files/{BatchFile.objects.get().pk}/")
    client = at_browser(city.clerk)

    buttons = texts(client, address, ".asking button")
    client.post(address, {"answer:year": "2024", "answer:over": "leave"})

    assert buttons == ["确认，看下一份", "不导入这一份"]
    assert states(batch) == {"自评表.docx": "skipped"}


def test_the_report_has_a_line_a_form_and_no_formula(city):
    evil = form(name='=HYPERLINK("http://evil")')
    batch = imported(city.clerk, ("=1+1.docx", word(evil)), ("坏.docx", b"PK\x03\x04"))

    answer = at_browser(city.clerk).get(page_of(batch, "report/"))

    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    rows = list(sheet.iter_rows(min_row=2))
    assert [[cell.value for cell in row[:2]] for row in rows] == [
        ["=1+1.docx", "Word"],
        ["坏.docx", None],
    ]
    assert {cell.data_type for row in rows for cell in row if isinstance(cell.value, str)} == {"s"}
    assert rows[0][3].value == '=HYPERLINK("http://evil")'


def test_a_script_in_a_name_is_text(city):
    script = "<script>alert(1)</script>"
    batch = imported(city.clerk, ("<script>alert(1)<_script>.docx", word(form(name=script))))

    page = at_browser(city.clerk).get(page_of(batch)).content.decode()

    assert "<script>alert" not in page
    assert scripts_in(page) == 0


def test_tables_are_kept_for_those_who_have_to_look(doubtful):
    assert seen_tables(BatchFile.objects.get(batch=doubtful).tables) != ()


def test_of_a_file_without_doubts_no_tables_are_kept(city):
    imported(city.clerk, ("自评表.docx", word()))

    assert BatchFile.objects.get().tables == ""
