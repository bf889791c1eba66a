"""A page of HTML that needs no network: one file with its style, and its script if it has one."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jiheng.writers.report.markup import Html, el

_LANGUAGES = {"zh": "zh-CN", "en": "en"}


def framed(
    title: str,
    *body: Html,
    language: str,
    style: Html,
    script: Html | None = None,
    has_pictures: bool = False,
) -> str:
    """Return a whole page.

    Args:
        title: of the window.
        body: all that is seen.
        language: of the page's own words.
        style: what the page needs beside the style that all share.
        script: what it runs; nothing else on it is ever run, whatever a form may contain.
        has_pictures: whether there are pictures, which may only stand in the page itself.
    """
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy(script, has_pictures)),
        el("title", title),
        el("style", asset("jiheng.writers.report", "frame.css"), style),
    )
    foot = None if script is None else el("script", script)
    page = el("html", head, el("body", *body, foot), lang=_LANGUAGES[language])
    return f"<!doctype html>\n{page}\n"


@cache
def asset(package: str, name: str) -> Html:
    """Return a file that stands beside a module; it is ours and needs no escaping."""
    return Html((files(package) / name).read_text(encoding="utf-8"))


def _policy(script: Html | None, has_pictures: bool) -> str:
    """Lets the page load nothing, and run our own script alone."""
    pictures = "img-src data:; " if has_pictures else ""
    allowed = "'none'" if script is None else f"'sha256-{_digest(script)}'"
    return (
        f"default-src 'none'; {pictures}style-src 'unsafe-inline'; "
        f"script-src {allowed}; base-uri 'none'; form-action 'none'"
    )


@cache
def _digest(script: Html) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()
