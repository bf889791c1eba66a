"""A program brings a table of another system, and takes forms out in its columns."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from tests.web.api.calling import program_of
from tests.web.city import record_at

NOW = timezone.localdate().year
TABLE = "项目名称,三级指标,指标值,备注\n培训补助,培训人数,≥1200人,\n培训补助,就业率,≥70%,好\n"


def handed(city, program) -> dict:
    """Return the table that a program hands over, as it is seen."""
    file = SimpleUploadedFile("导出.csv", TABLE.encode())
    return program.hand("/columns/tables", file=file, unit=city.centre.pk, year=NOW).json()


def mapped(program, table: dict, **said):
    """Return what is answered to the fields that were proposed, or to others."""
    fields = [each["field"] for each in table["columns"]]
    body = {"name": "省一体化", "money": "元", "fields": fields, **said}
    return program.post(f"/columns/tables/{table['key']}", body)


def test_a_table_becomes_a_draft(city):
    program = program_of(city.clerk)
    prefill = mapped(program, handed(city, program)).json()["prefill"]
    chosen = [each["key"] for each in prefill["items"]]
    program.post(f"/prefill/{prefill['key']}", {"take": chosen})

    assert FormRecord.objects.get().project == "培训补助"


def test_columns_left_unsaid_are_refused(city):
    program = program_of(city.clerk)
    answer = mapped(program, handed(city, program), fields=["project"])

    assert (answer.status_code, answer.json()["code"]) == (409, "api.refused.columns")
    assert "4" in answer.json()["detail"]


def test_forms_go_out_in_the_columns_that_were_mapped(city):
    program = program_of(city.clerk)
    record = record_at(city, Step.CLOSED)
    mapped(program, handed(city, program))
    (mapping,) = program.get("/columns").json()["items"]
    found = program.get(
        f"/columns/{mapping['key']}/rows-out?year=2024&number={record.number}"
    ).json()

    assert found["headings"] == ["项目名称", "三级指标", "指标值", "备注"]
    assert found["rows"][0] == ["职业技能培训补助", "培训人数", "≥1200人", ""]
