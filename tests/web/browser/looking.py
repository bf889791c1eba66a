"""Looks at a page: its faults for people who see or move badly, and its picture."""

from io import BytesIO
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}
SHOTS = Path("out/shots")
WHITE, LEAST_PAPER = 255, 100_000
MOST_LOOKS, PAUSE = 40, 250


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


def paper_is_shown(page: Page) -> bool:
    """Return whether the browser's viewer draws white paper; it takes its time."""
    for _ in range(MOST_LOOKS):
        picture = Image.open(BytesIO(page.screenshot())).convert("L")
        if picture.histogram()[WHITE] > LEAST_PAPER:
            return True
        page.wait_for_timeout(PAUSE)
    return False
