"""A measure is chosen for a row, its result handed in and taken over, in a real browser."""

from playwright.sync_api import expect

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.measures.models import RowMeasure
from tests.evidence.home import work_at_home
from tests.web.browser.looking import axe
from tests.web.city import record_at
from tests.web.measures.training import LEDGER, MEASURE, measured_from


def test_a_value_is_measured_and_taken_over(city, page_of, tmp_path, monkeypatch):
    work_at_home(monkeypatch)
    record = record_at(city, Step.SELF_EVALUATION)
    clerk = page_of(city.clerk)

    clerk.goto(f"/forms/{record.number}/")
    clerk.get_by_role("link", name="取数", exact=True).click()
    expect(clerk.get_by_role("heading", name="取数", level=1)).to_be_visible()
    assert axe(clerk) == []
    clerk.get_by_role("link", name="培训人数").click()
    clerk.get_by_text("用自己写的取数").click()
    clerk.get_by_role("textbox", name="取数文件").fill(MEASURE)
    clerk.get_by_role("textbox", name="台账说明").fill(LEDGER)
    assert axe(clerk) == []
    clerk.get_by_role("button", name="检查并选用").click()
    expect(clerk.locator(".command")).to_contain_text("jiheng measure run people-trained.yaml")
    with clerk.expect_download() as downloading:
        clerk.get_by_role("link", name="下载取数文件").click()
    assert downloading.value.suggested_filename == "people-trained.yaml"

    result = measured_from(RowMeasure.objects.get(), tmp_path)
    given = {"name": "result.json", "mimeType": "application/json", "buffer": result}
    clerk.get_by_label("选命令生成的 json 文件").set_input_files(given)
    clerk.get_by_role("button", name="检查并交回").click()
    expect(clerk.locator(".big")).to_have_text("2人")
    assert axe(clerk) == []
    clerk.get_by_role("button", name="填入实际完成值").click()

    expect(clerk.locator(".told")).to_have_text("已填入实际完成值")
    assert form_of(FormRecord.objects.get()).indicators[0].actual == "2人"
