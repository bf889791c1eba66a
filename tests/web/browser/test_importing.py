"""Files handed in with a real browser, read by the real worker, doubts answered by keys."""

import re

from playwright.sync_api import expect

from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from tests.web.imports.handing import form, word, zipped

expect.set_options(timeout=30_000)

NEARLY = "职业技能培训补贴"


def hand_in(page, *files: tuple[str, bytes]) -> None:
    """Hand files in on the page of imports and wait for the import's own page."""
    page.goto("/imports/")
    page.get_by_label("文件或压缩包").set_input_files(
        [
            {"name": name, "mimeType": "application/octet-stream", "buffer": data}
            for name, data in files
        ]
    )
    page.get_by_role("button", name="开始导入").click()
    page.wait_for_url(re.compile(r"/imports/\d+/$"))


def test_a_page_follows_the_worker_without_being_loaded_again(page_of, city):
    page = page_of(city.clerk)

    hand_in(page, ("自评表.docx", word()), ("坏.docx", b"PK\x03\x04"))

    expect(page.locator(".big")).to_have_text("2 / 2")
    expect(page.locator("#files-list .state")).to_have_text(["未能读取", "已导入"])
    assert FormRecord.objects.get().project == "职业技能培训补助"


def test_what_was_chosen_is_said_before_it_is_sent(page_of, city):
    page = page_of(city.clerk)
    page.goto("/imports/")

    page.get_by_label("文件或压缩包").set_input_files(
        [{"name": "包.zip", "mimeType": "application/zip", "buffer": zipped(甲__docx=word())}]
    )

    expect(page.locator("[data-chosen]")).to_contain_text("已选 1 个文件")


def test_number_keys_choose_and_enter_confirms(page_of, city):
    page = page_of(city.clerk)
    hand_in(page, ("自评表.docx", word()))
    expect(page.locator(".big")).to_have_text("1 / 1")
    hand_in(page, ("又一份.docx", word(form(name=NEARLY))))
    expect(page.locator("#ask legend")).to_contain_text("对应哪个项目")

    page.keyboard.press("2")
    expect(page.get_by_label("都不是，作为新项目")).to_be_checked()
    page.keyboard.press("Enter")

    expect(page.locator("#files-list .state")).to_have_text("已导入")
    assert {each.project for each in FormRecord.objects.all()} == {"职业技能培训补助", NEARLY}


def test_an_answer_that_is_written_chooses_itself(page_of, city):
    page = page_of(city.reviewer)
    stray = form(implementing_unit="技能中心", reporting_unit=None)
    hand_in(page, ("自评表.docx", word(stray)))

    page.get_by_label("是哪个单位的表 另填").fill("云岭市就业服务中心")
    page.keyboard.press("Enter")

    expect(page.locator("#files-list .state")).to_have_text("已导入")
    assert form_of(FormRecord.objects.get()).project.implementing_unit == "技能中心"


def test_an_import_pauses_and_goes_on(page_of, city):
    page = page_of(city.clerk)
    files = [
        (f"{number}.docx", word(form(name=chr(0x4E00 + 97 * number) * 4))) for number in range(30)
    ]
    hand_in(page, *files)

    page.get_by_role("button", name="暂停").click()
    expect(page.get_by_text("已暂停，读过的不会丢")).to_be_visible()
    page.get_by_role("button", name="继续").click()

    expect(page.locator(".big")).to_have_text("30 / 30", timeout=90_000)
