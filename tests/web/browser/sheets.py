"""A form's sheet in a window: its cells, what is said of saving, the clipboard."""

from playwright.sync_api import Locator, Page, expect

from jiheng.model.paths import value_at
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of


def opened(page: Page, record: FormRecord) -> Page:
    """Return the page with a form's sheet on it, ready to be written in."""
    page.goto(f"/forms/{record.number}/")
    expect(page.locator("#undo")).to_be_visible()
    return page


def cell(page: Page, path: str) -> Locator:
    """Return the place to write of a cell."""
    return page.locator(f'textarea[name="{path}"]')


def saved(page: Page) -> None:
    """Wait until the page says that everything is with the server."""
    expect(page.locator("#saving")).to_have_attribute("data-state", "saved")


def stored(record: FormRecord, path: str) -> object:
    """Return what the database holds in a cell."""
    record.refresh_from_db()
    return value_at(form_of(record), path)


def focused(page: Page) -> str:
    """Return the cell that holds the caret."""
    return page.evaluate("document.activeElement.name")


def paste(page: Page, *, text: str = "", html: str = "") -> None:
    """Paste into the cell that holds the caret, as a browser does."""
    page.evaluate(
        """([text, html]) => {
            const data = new DataTransfer();
            if (text) data.setData("text/plain", text);
            if (html) data.setData("text/html", html);
            const event = { clipboardData: data, bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", event));
        }""",
        [text, html],
    )
