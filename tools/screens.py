"""Takes the picture of every page of the demonstration, ``docs/screens/<page>-<width>.png``.

Run as ``python -m tools.screens``. It follows the links as people of every role would, and
photographs each kind of page where it meets it first; what changes data is not pressed.
"""

# Django can be imported only when its settings are known.
# ruff: noqa: PLC0415

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from random import Random
from shutil import which
from tempfile import TemporaryDirectory
from urllib.parse import urljoin, urlsplit

from msgspec import Struct
from PIL import Image
from playwright.sync_api import Browser, Error, Page, Response, sync_playwright

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "screens"
PORT = 8818
WIDTHS = (1366, 1600)
FILES = 6
TALLEST = 1300
LEAST = 800
COLOURS = (64, 32, 16)
MOST_BYTES = 120 * 1024
MOST_OF_A_KIND = 3
OK = 200
ROLES = (
    "clerk", "department-reviewer", "section", "head", "budget-office", "performance-office",
    "auditor", "third-party", "system-admin", "security-admin", "audit-admin",
)  # fmt: skip
NO_PAGES = re.compile(
    r"\.(xlsx|csv|docx|pdf|zip|css|json)$|/(export|print|journal)/[^/]|/proofs/|/print/$|/names/$|/packages/\d"
)
"""Addresses that give a file."""


class Screen(Struct, frozen=True, kw_only=True):
    """A page to be photographed."""

    name: str
    role: str
    address: str


@contextmanager
def demonstration() -> Iterator[tuple[str, dict[str, tuple[str, str]]]]:
    """Serve a part of the demonstration; give its address and an account for every role."""
    from jiheng.web.serving import Serving, prepare

    with TemporaryDirectory(prefix="jiheng-screens-") as data:
        prepare(Serving(host="127.0.0.1", port=PORT, data=Path(data), is_demo=False))
        from jiheng.web.demo.city import Extent, demo

        people = demo(Extent(departments=3, units=4))
        accounts = {each.role.value: (each.username, each.password) for each in people}
        hand_in(accounts["clerk"][0])
        command = [sys.executable, "-m", "jiheng.web", "--data", data, "--port", str(PORT)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        try:
            next(iter(process.stdout or ()))
            yield f"http://127.0.0.1:{PORT}", accounts
        finally:
            process.terminate()
            process.wait(timeout=60)


def hand_in(username: str) -> None:
    """Import some files in a clerk's name; those of other units are asked about."""
    from jiheng.corpus.documents import Manner, specimens
    from jiheng.corpus.generator import sample
    from jiheng.web.chain.steps import Step
    from jiheng.web.imports.intake import Wish, begin_batch, taken
    from jiheng.web.imports.job import run_batch
    from jiheng.web.people.models import Person

    files = specimens(sample(FILES, 7, "national-2020"), (Manner(kind="docx"),), Random(7))
    wish = Wish(
        person=Person.objects.get(username=username),
        title="往年自评表",
        step=Step.TARGET_DRAFT,
        year=None,
    )
    batch = begin_batch(wish, [taken((each.data,), each.name) for each in files])
    run_batch.func(batch.pk)


def drafted(username: str) -> str:
    """Return the address at which a clerk arranges the rows of a form whose target is drafted."""
    from jiheng.web.chain.steps import Step
    from jiheng.web.forms.models import FormRecord

    forms = FormRecord.objects.filter(filler__username=username, step=Step.TARGET_DRAFT)
    return f"/forms/{forms.values_list('number', flat=True).first()}/arrange/"


def window(browser: Browser, address: str, account: tuple[str, str] | None, width: int) -> Page:
    """Return a window in which somebody is logged in."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 900},
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
    )
    page = context.new_page()
    if account is not None:
        page.goto("/log-in/")
        page.fill("#id_username", account[0])
        page.fill("#id_password", account[1])
        page.get_by_role("main").get_by_role("button", name="登录").click()
        page.wait_for_url(lambda url: "log-in" not in url)
    return page


def kind_of(address: str) -> str | None:
    """Return the name of the page at an address; None where it is no page of ours."""
    from django.urls import Resolver404, resolve

    path = urlsplit(address).path
    try:
        match = resolve(path)
    except Resolver404:
        return None
    if NO_PAGES.search(path):
        return None
    detail = match.kwargs.get("action") if match.url_name in {"act", "judge"} else None
    return "-".join(filter(None, (match.url_name, detail)))


def found_by(page: Page, role: str, known: set[str], *starts: str) -> Iterator[Screen]:
    """Yield the pages that nobody before has come to, as links lead one role there."""
    waiting, visited = ["/", *starts], {"/", *starts}
    seen: dict[str, int] = {}
    while waiting:
        address = waiting.pop(0)
        answer = opened(page, address)
        if answer is None or answer.status != OK:
            continue
        kind = kind_of(page.url)
        if kind is not None and kind not in known:
            known.add(kind)
            yield Screen(name=kind, role=role, address=address)
        for link in page.eval_on_selector_all("a[href]", "nodes => nodes.map(node => node.href)"):
            parts = urlsplit(urljoin(page.url, link))
            each = kind_of(parts.path)
            is_needed = each == "form" or each not in known
            if each is None or parts.path in visited or not is_needed:
                continue
            if seen.get(each, 0) >= MOST_OF_A_KIND:
                continue
            seen[each] = seen.get(each, 0) + 1
            visited.add(parts.path)
            waiting.append(f"{parts.path}?{parts.query}".rstrip("?"))


def opened(page: Page, address: str) -> Response | None:
    """Return what an address gives; None for a file, which the browser takes away."""
    try:
        return page.goto(address)
    except Error as error:
        if "Download is starting" in error.message:
            return None
        raise


def photograph(page: Page, screen: Screen, width: int) -> None:
    """Write the picture of the page that is open, in few colours."""
    page.set_viewport_size({"width": width, "height": LEAST})
    # A window as tall as the page, so that what sticks to its edges stands where it belongs.
    tall = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": width, "height": max(LEAST, tall)})
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    path = FOLDER / f"{screen.name}-{width}.png"
    for colours in COLOURS:
        _few(picture, colours).save(path, optimize=True)
        if path.stat().st_size <= MOST_BYTES:
            return


def _few(picture: Image.Image, colours: int) -> Image.Image:
    """Return a picture in few colours; the rare red of an error is one of them."""
    rare = Image.Quantize.MAXCOVERAGE
    return picture.quantize(colours, method=rare, kmeans=3, dither=Image.Dither.NONE)


def main() -> None:
    """Take all pictures anew."""
    os.environ["LANGUAGE"] = "zh_CN"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    screens: list[Screen] = []
    known: set[str] = set()
    with demonstration() as (address, accounts), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=which("chromium"), args=["--no-sandbox", "--lang=zh-CN"]
        )
        for role in (None, *ROLES):
            page = window(browser, address, accounts[role] if role else None, WIDTHS[0])
            starts = (drafted(accounts[role][0]),) if role == "clerk" else ()
            for screen in found_by(page, role or "", known, *starts):
                for width in WIDTHS:
                    photograph(page, screen, width)
                screens.append(screen)
                listing(screens)
            page.context.close()
        browser.close()


def listing(screens: list[Screen]) -> None:
    """Write the page that shows them."""
    from jiheng.rulebook.messages import say

    lines = ["# Pages", "", "Written by `python -m tools.screens` from the demonstration.", ""]
    lines += ["| page | whose | at 1366 | at 1600 |", "|---|---|---|---|"]
    for each in screens:
        role = say(f"web.role.{each.role}") if each.role else "—"
        links = " | ".join(f"[{width}]({each.name}-{width}.png)" for width in WIDTHS)
        lines.append(f"| {each.name} | {role} | {links} |")
    (FOLDER / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
