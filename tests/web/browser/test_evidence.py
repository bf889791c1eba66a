"""Evidence in a real browser: attached, weighed, found true by a reviewer, sealed and verified."""

from playwright.sync_api import expect

from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.steps import Step
from jiheng.web.evidence.models import Seal
from tests.cli.test_seal import run
from tests.web.browser.looking import axe, shot
from tests.web.chain.orders import order
from tests.web.city import record_at
from tests.web.evidence.papers import NAMES, looked_at


def upload(name, content):
    return {"name": name, "mimeType": "", "buffer": content}


def test_a_list_is_attached_weighed_and_sealed(city, page_of, tmp_path):
    record = record_at(city, Step.SELF_EVALUATION)
    clerk, reviewer = page_of(city.clerk), page_of(city.reviewer)

    clerk.goto(f"/forms/{record.number}/")
    beside = clerk.get_by_role("region", name="佐证材料")
    beside.get_by_label("指标").select_option("培训人数")
    beside.get_by_label("文件").set_input_files(upload("名单.csv", NAMES))
    beside.get_by_role("button", name="附上").click()
    expect(clerk.locator("#row-indicators-0 .proof")).to_have_text("佐证充分")
    assert axe(clerk) == []
    shot(clerk, "evidence")

    clerk.goto(f"/forms/{record.number}/")
    tag = clerk.locator("#sheet td[data-path='indicators[0].score'] .proof")
    expect(tag).to_have_text("佐证充分")
    clerk.locator("#sheet textarea[name='indicators[0].actual']").fill("1300人")
    expect(tag).to_have_text("佐证不足")
    clerk.locator("#sheet textarea[name='indicators[0].actual']").fill("1260人")
    expect(tag).to_have_text("佐证充分")

    looked_at(city.clerk, record, "indicators[1]")
    hand_in(order(city.clerk, record))
    reviewer.goto(f"/review/{record.number}/")
    reviewer.locator("tr[data-row='indicators[1]'] .proof").click()
    reviewer.get_by_role("button", name="已看，属实").click()
    expect(reviewer.locator("#row-indicators-1 .proof")).to_have_text("佐证充分")
    expect(reviewer.locator(".supported")).to_contain_text("80 分（自评 99.5 分）")
    assert axe(reviewer) == []

    with reviewer.expect_download() as download:
        reviewer.get_by_role("button", name="封存并下载").click()
    path = tmp_path / "dossier.zip"
    download.value.save_as(path)
    verdict = run("verify", str(path), "--seal", Seal.objects.get().sha256)
    assert verdict.exit_code == 0
