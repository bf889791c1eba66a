"""Walks through the platform as a person would: by the links and the forms that pages show."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import resolve
from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

MOST_OF_A_KIND = 9
_TYPED = {"text", "search", "password", "date", "number", "email", None}
_NUMBERS = re.compile(r"\d+")


class Page(Struct, frozen=True, kw_only=True):
    """What an address gave."""

    address: str
    status: int
    text: str
    is_html: bool


class Form(Struct, frozen=True, kw_only=True):
    """A form on a page, as it would be sent untouched.

    Attributes:
        typed: names of the fields in which one writes.
        files: names of the fields that take a file.
        others: everything else: what is hidden, chosen or pressed.
    """

    action: str
    method: str
    typed: tuple[str, ...]
    files: tuple[str, ...]
    others: tuple[tuple[str, str], ...]

    @property
    def kind(self) -> tuple[str, str, tuple[str, ...]]:
        """The same for every form that the same view will read in the same way."""
        names = {_NUMBERS.sub("0", each) for each in (*self.typed, *self.files)}
        pressed = {name for name, _ in self.others}
        return kind_of(self.action), self.method, tuple(sorted(names | pressed))


def walk(client: Client, *starts: str, most: int = MOST_OF_A_KIND) -> Iterator[Page]:
    """Yield the pages to which links lead somebody, at most so many of a kind."""
    waiting, known = list(starts), set(starts)
    kinds: Counter[str] = Counter()
    while waiting:
        page = visit(client, waiting.pop(0))
        yield page
        for link in links_of(page) if page.is_html else ():
            kind = kind_of(link)
            if link not in known and kinds[kind] < most:
                known.add(link)
                kinds[kind] += 1
                waiting.append(link)


def kind_of(address: str) -> str:
    """Return the name of the view at an address, with what it is to do."""
    return _view_at(urlsplit(address).path)


@cache
def _view_at(path: str) -> str:
    match = resolve(path)
    fixed = str(match.kwargs.get("action") or match.kwargs.get("change") or "")
    return f"{match.url_name} {fixed}"


def visit(client: Client, address: str) -> Page:
    """Return what an address gives in the end."""
    answer = client.get(address, follow=True)
    content = b"".join(answer) if answer.streaming else answer.content
    is_html = answer.headers.get("Content-Type", "").startswith("text/html")
    text = content.decode() if is_html else content.decode(errors="replace")
    return Page(address=address, status=answer.status_code, text=text, is_html=is_html)


def links_of(page: Page) -> list[str]:
    """Return the addresses of our own to which a page leads."""
    found = LexborHTMLParser(page.text).css("a[href]")
    whole = [urljoin(page.address, node.attributes["href"] or "") for node in found]
    return [each.partition("#")[0] for each in whole if each.startswith("/")]


def forms_of(page: Page) -> list[Form]:
    """Return the forms of a page; leaving is not one of them."""
    found = [_form(node, page.address) for node in LexborHTMLParser(page.text).css("form")]
    buttons = LexborHTMLParser(page.text).css("button[formaction]")
    aside = [
        Form(action=node.attributes["formaction"] or "", method="post", typed=form.typed,
             files=form.files, others=form.others)
        for node in buttons for form in found[:1]
    ]  # fmt: skip
    return [form for form in (*found, *aside) if not form.action.startswith("/log-out/")]


def _form(node: LexborNode, address: str) -> Form:
    fields = [
        each for each in node.css("input, textarea, select, button") if each.attributes.get("name")
    ]
    typed = [
        each
        for each in fields
        if each.tag == "textarea" or (each.tag == "input" and each.attributes.get("type") in _TYPED)
    ]
    files = [each for each in fields if each.attributes.get("type") == "file"]
    others = [each for each in fields if each not in typed and each not in files]
    return Form(
        action=urljoin(address, node.attributes.get("action") or ""),
        method=(node.attributes.get("method") or "get").lower(),
        typed=tuple(each.attributes["name"] or "" for each in typed),
        files=tuple(each.attributes["name"] or "" for each in files),
        others=tuple((each.attributes["name"] or "", _value(each)) for each in others),
    )


def _value(node: LexborNode) -> str:
    if node.tag != "select":
        return node.attributes.get("value") or ""
    chosen = node.css_first("option[selected]") or node.css_first("option")
    return (chosen.attributes.get("value") or "") if chosen else ""
