"""The official form on paper and as files."""

from io import BytesIO
from urllib.parse import unquote

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from jiheng.model.check_code import check_code
from jiheng.web.chain.steps import Step
from tests.web.city import FORM, record_at
from tests.web.pages.browsing import at_browser

FORMULA = '=HYPERLINK("http://x","培训")'


def sent(client, record, address):
    """Return the answer and its bytes."""
    answer = client.get(f"/forms/{record.number}/{address}")
    return answer, b"".join(answer.streaming_content)


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf"])
def test_a_form_is_taken_away_under_its_chinese_name(city, kind):
    record = record_at(city, Step.SELF_EVALUATION)
    answer, _ = sent(at_browser(city.clerk), record, f"export/{kind}/")

    assert unquote(answer["Content-Disposition"]) == (
        f"attachment; filename*=utf-8''职业技能培训补助（2024年度自评表）.{kind}"
    )


def test_the_paper_is_shown_and_not_saved(city):
    record = record_at(city, Step.SELF_EVALUATION)
    answer, content = sent(at_browser(city.clerk), record, "print/")

    assert answer["Content-Disposition"].startswith("inline")
    assert answer["Content-Type"] == "application/pdf"
    assert content.startswith(b"%PDF")


def test_the_papers_policy_lets_the_browsers_viewer_work(city):
    record = record_at(city, Step.SELF_EVALUATION)
    answer, _ = sent(at_browser(city.clerk), record, "print/")

    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "sandbox" not in answer["Content-Security-Policy"]


def test_the_file_carries_the_check_code_of_what_it_says(city):
    record = record_at(city, Step.SELF_EVALUATION)
    _, content = sent(at_browser(city.clerk), record, "export/xlsx/")
    cells = [str(cell.value) for row in load_workbook(BytesIO(content)).active for cell in row]

    assert any(check_code(FORM) in text for text in cells)


def test_a_text_that_begins_like_a_formula_is_no_formula(city):
    goal = replace(FORM.goal, actual=FORMULA)
    record = record_at(city, Step.SELF_EVALUATION, form=replace(FORM, goal=goal))
    _, content = sent(at_browser(city.clerk), record, "export/xlsx/")
    cells = [cell for row in load_workbook(BytesIO(content)).active for cell in row]

    assert [cell.data_type for cell in cells if FORMULA in str(cell.value)] == ["s"]


def test_a_name_that_is_a_path_stays_a_name(city):
    project = replace(FORM.project, name="../../培训\\补助:2024")
    record = record_at(city, Step.SELF_EVALUATION, form=replace(FORM, project=project))
    answer, _ = sent(at_browser(city.clerk), record, "export/docx/")

    assert unquote(answer["Content-Disposition"]).endswith(
        "_.._培训_补助_2024（2024年度自评表）.docx"
    )


def test_a_stranger_gets_no_file(city):
    record = record_at(city, Step.SELF_EVALUATION)

    assert at_browser(city.stranger).get(f"/forms/{record.number}/export/pdf/").status_code == 404
