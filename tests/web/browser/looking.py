"""Looks at a page: its faults for people who see or move badly, and its picture."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}
SHOTS = Path("out/shots")


def axe(page: Page) -> list[str]:
    """Return the grave faults that axe finds: rule, elements, why."""
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in found
        if fault["impact"] in GRAVE
        for node in fault["nodes"]
    ]


def shot(page: Page, name: str) -> Path:
    """Return the picture of a whole page, ``out/shots/<name>.png``."""
    path = SHOTS / f"{name}.png"
    page.screenshot(path=path, full_page=True)
    return path
