"""A released package is opened from a folder, in a Chromium without a network."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect

from jiheng.web.files.storing import path_of
from jiheng.web.publication.releasing import release
from tests.web.browser.looking import axe
from tests.web.city import FORM
from tests.web.publication.cleared import batch_of, cleared
from tests.web.publication.test_releasing import NAMED

SCRIPT = "<script>alert('x')</script>"
HOSTILE = replace(
    FORM,
    project=replace(FORM.project, name=f"河道清淤{SCRIPT}"),
    indicators=tuple(replace(row, name=f"{row.name}{SCRIPT}") for row in FORM.indicators),
)


class Opened:
    """A window on a folder, with everything that went wrong in it."""

    def __init__(self, browser, folder, **options) -> None:
        self.context = browser.new_context(**options)
        self.context.set_offline(True)
        self.page = self.context.new_page()
        self.folder = folder
        self.wrong: list[str] = []
        self.page.on("console", lambda said: self.wrong.append(f"{said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("requestfailed", lambda asked: self.wrong.append(asked.url))
        self.page.on("dialog", lambda dialog: self.wrong.append(dialog.message))

    def goto(self, path: str):
        """Open a file of the folder."""
        self.page.goto(f"file://{self.folder}/{path}")
        return self.page


@pytest.fixture
def folder(city, tmp_path):
    """Return the folder into which somebody unpacked a package."""
    cleared(city, NAMED)
    cleared(city, HOSTILE)
    package = release(batch_of(city), city.reviewer)
    with ZipFile(BytesIO(path_of(package.file).read_bytes())) as archive:
        archive.extractall(tmp_path)
    return tmp_path


@pytest.fixture
def opened(browser, folder):
    """Return a window on it."""
    window = Opened(browser, folder)
    yield window
    window.context.close()


def test_the_list_is_searched_without_a_network(opened):
    page = opened.goto("index.html")
    page.fill("#search", "河道")

    expect(page.locator("tr[data-found]:not([hidden])")).to_have_count(1)
    expect(page.locator("#count")).to_have_text("共 1 / 2 个项目")
    assert opened.wrong == []


def test_the_search_knows_the_indicators_too(opened):
    page = opened.goto("index.html")
    page.fill("#search", "学员满意度<script")

    expect(page.locator("tr[data-found]:not([hidden])")).to_have_count(1)
    page.fill("#search", "没有这个词")
    expect(page.locator("#nothing")).to_be_visible()
    assert opened.wrong == []


def test_the_search_of_a_card_leads_to_the_list(opened):
    page = opened.goto("cards/YL-2024-0001.html")
    page.fill("input[name=q]", "河道")
    page.keyboard.press("Enter")

    expect(page.locator("tr[data-found]:not([hidden])")).to_have_count(1)
    assert opened.wrong == []


@pytest.mark.parametrize(
    "path",
    ["index.html", "en/index.html", "cards/YL-2024-0001.html", "en/cards/YL-2024-0002.html"],
)
def test_every_page_opens_without_a_fault_or_a_failed_request(opened, path):
    page = opened.goto(path)

    assert opened.wrong == []
    assert axe(page) == []
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor") == (
        "rgb(11, 77, 151)"
    )
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_list_and_the_cards_can_be_read_without_scripts(browser, folder):
    window = Opened(browser, folder, java_script_enabled=False)
    page = window.goto("index.html")

    expect(page.locator("tr[data-found]")).to_have_count(2)
    expect(page.locator("#filters")).to_be_hidden()
    page.get_by_role("link", name="职业技能培训补助").click()
    expect(page.locator("h1")).to_have_text("职业技能培训补助")
    window.context.close()


def test_a_card_fits_a_narrow_window(browser, folder):
    window = Opened(browser, folder, viewport={"width": 390, "height": 800})
    page = window.goto("cards/YL-2024-0001.html")

    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    window.context.close()


def test_the_page_of_a_batch_follows_the_worker_until_the_package_is_out(page_of, city):
    cleared(city)
    page = page_of(city.reviewer)
    page.goto(f"/publication/batches/{batch_of(city).pk}/")
    page.get_by_role("button", name="生成并公开").click()

    expect(page.locator("#making")).to_contain_text("已公开第 1 版", timeout=30_000)
    expect(page.get_by_role("link", name="下载公开包")).to_be_visible()
    assert axe(page) == []
