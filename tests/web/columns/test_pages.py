"""A clerk maps the columns of an export once, fills forms with it, and copies them out again."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from msgspec.structs import replace

from jiheng.web.chain.steps import Step
from jiheng.web.columns.models import Export, Mapping
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.prefill.models import ReadForm
from tests.web.city import FORM, record_at
from tests.web.pages.browsing import at_browser, texts

NOW = timezone.localdate().year
LONG = """项目名称,年初预算数（元）,一级指标,二级指标,三级指标,指标值,分值,备注
培训补助,800000,产出指标,数量指标,培训人数,≥1200人,50,
培训补助,,效益指标,社会效益指标,就业率,≥70%,40,好
"""
MONEY = "项目名称,全年执行数（元）\n职业技能培训补助,700000\n"


def hand_over(client, text: str) -> str:
    """Hand a table over, and return the address at which its columns are mapped."""
    file = SimpleUploadedFile("导出.csv", text.encode())
    return client.post("/columns/", {"file": file, "year": NOW})["Location"]


def mapped(client, address: str, **said):
    """Say of a table what the page proposes, or something else."""
    page = client.get(address)
    proposed = {
        f"field:{at}": column.field or "" for at, (column, _) in enumerate(page.context["columns"])
    }
    return client.post(address, {**proposed, "name": "省一体化", "money": "元", **said})


def take_all(client, address: str):
    """Take all forms that were read."""
    client.post(address, {"form": [row.pk for row in ReadForm.objects.all()]})


def test_columns_are_proposed_by_their_headings(city):
    client = at_browser(city.clerk)
    address = hand_over(client, LONG)

    assert texts(client, address, "option[selected]") == [
        "项目名称", "年初预算数", "一级指标", "二级指标", "三级指标", "年度指标值", "分值", "元",
    ]  # fmt: skip


def test_an_export_becomes_a_draft(city):
    client = at_browser(city.clerk)
    take_all(client, mapped(client, hand_over(client, LONG))["Location"])

    record = FormRecord.objects.get()
    form = form_of(record)
    assert (record.project, record.step) == ("培训补助", Step.TARGET_DRAFT)
    assert form.funds.lines[0].initial_budget == "800000"
    assert [row.target for row in form.indicators] == ["≥1200人", "≥70%"]


def test_money_fills_the_form_that_is_there_in_its_own_unit(city):
    line = replace(FORM.funds.lines[0], executed=None, rate=None, score=None)
    form = replace(FORM, year=NOW, funds=replace(FORM.funds, lines=(line,)))
    record = record_at(city, Step.SELF_EVALUATION, form=form)
    client = at_browser(city.clerk)

    take_all(client, mapped(client, hand_over(client, MONEY))["Location"])

    record.refresh_from_db()
    line = form_of(record).funds.lines[0]
    assert (line.executed, line.rate) == ("70", "87.5%")


def test_money_of_a_project_without_a_form_says_that_there_is_none(city):
    client = at_browser(city.clerk)

    address = mapped(client, hand_over(client, MONEY))["Location"]

    assert "请先建表" in texts(client, address, ".tag-soft")[0]


def test_a_mapping_is_remembered_for_the_same_headings(city):
    client = at_browser(city.clerk)
    mapped(client, hand_over(client, LONG), **{"field:7": "reason"})

    again = client.get(hand_over(client, LONG)).context["mapped"]

    assert (again.name, again.columns[7].field) == ("省一体化", "reason")


def test_a_mapping_needs_the_project(city):
    client = at_browser(city.clerk)

    answer = mapped(client, hand_over(client, LONG), **{"field:0": ""})

    assert answer.status_code == 409
    assert "请指明哪一列是项目名称" in answer.content.decode()
    assert not Mapping.objects.exists()


def test_no_field_stands_in_two_columns(city):
    client = at_browser(city.clerk)

    answer = mapped(client, hand_over(client, LONG), **{"field:7": "project"})

    assert "两列对应了同一栏" in answer.content.decode()


def mapping(city) -> Mapping:
    """Return a mapping of 李芳's unit."""
    client = at_browser(city.clerk)
    mapped(client, hand_over(client, LONG))
    return Mapping.objects.get()


def test_forms_are_copied_out_in_the_order_of_the_mapping(city):
    record_at(city, Step.SELF_EVALUATION)
    saved = mapping(city)

    (text,) = texts(at_browser(city.clerk), f"/columns/{saved.pk}/?year=2024", "#rows")

    assert text.startswith("职业技能培训补助 800000 产出指标 数量指标 培训人数 ≥1200人 50")


def test_only_ticked_forms_go_out(city):
    record = record_at(city, Step.SELF_EVALUATION)
    record_at(city, Step.CLOSED, form=replace(FORM, project=replace(FORM.project, name="稳岗")))
    saved = mapping(city)
    address = f"/columns/{saved.pk}/?year=2024&number={record.number}"

    (text,) = texts(at_browser(city.clerk), address, "#rows")

    assert "稳岗" not in text


def test_what_was_ticked_of_another_year_ticks_nothing_here(city):
    record_at(city, Step.SELF_EVALUATION)
    saved = mapping(city)

    assert texts(at_browser(city.clerk), f"/columns/{saved.pk}/?year=2024&number=X", "#rows")


def test_the_excel_file_holds_texts_and_no_formula(city):
    form = replace(FORM, project=replace(FORM.project, name="=HYPERLINK(1)"))
    record_at(city, Step.SELF_EVALUATION, form=form)
    saved = mapping(city)

    answer = at_browser(city.clerk).get(f"/columns/{saved.pk}/?year=2024&as=xlsx")

    with ZipFile(BytesIO(answer.content)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        words = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "=HYPERLINK(1)" in words
    assert "filename*=UTF-8''%E7%9C%81" in answer["Content-Disposition"]


@pytest.mark.parametrize("who", ["head", "reviewer", "auditor", "stranger"])
def test_a_mapping_and_a_table_are_nobody_elses(city, who):
    saved = mapping(city)
    client = at_browser(getattr(city, who))

    assert client.get(f"/columns/{saved.pk}/").status_code == 404
    assert client.get(f"/columns/tables/{Export.objects.get().pk}/").status_code == 404


def test_a_colleague_of_the_unit_uses_the_same_mapping(city):
    saved = mapping(city)

    assert at_browser(city.colleague).get(f"/columns/{saved.pk}/").status_code == 200


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", "一列\n两行\n".encode()])
def test_what_is_no_table_is_answered_by_a_sentence(city, content):
    file = SimpleUploadedFile("导出.xlsx", content)

    answer = at_browser(city.clerk).post("/columns/", {"file": file} if content else {})

    assert answer.status_code == 409
