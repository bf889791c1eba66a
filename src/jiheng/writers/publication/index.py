"""The first page: figures, the departments, every project; searched without a server."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from jiheng.model.decimals import decimal_words
from jiheng.model.publication import Card
from jiheng.writers.publication.data import mended
from jiheng.writers.publication.names import DATA, LIST, MANIFEST, SCHEMA, Names
from jiheng.writers.publication.page import Frame, page
from jiheng.writers.publication.wording import (
    UNKNOWN,
    Wording,
    percent,
    span_words,
    ten_thousands,
)
from jiheng.writers.report.markup import Html, el

_DEPARTMENT = ("department", "count", "budget", "executed", "rate", "found", "mended")
_PROJECT = ("project", "unit", "budget", "rate", "printed", "recomputed", "found")
_NUMBERS = frozenset(
    {"count", "budget", "executed", "rate", "printed", "recomputed", "found", "mended"}
)
_FOUND = ("all", "some", "standing", "none")


class Sums(Struct, frozen=True, kw_only=True):
    """What some cards come to together; money only of those that show it.

    Attributes:
        with_money: how many cards have both a budget and what was executed of it.
    """

    cards: int
    with_money: int
    budget: str
    executed: str
    rate: str | None
    found: int
    mended: int


def sums_of(cards: tuple[Card, ...]) -> Sums:
    """Return the sums of some cards."""
    money = [
        (Decimal(each.money.budget), Decimal(each.money.executed))
        for each in cards
        if each.money and each.money.budget is not None and each.money.executed is not None
    ]
    budget = sum((each for each, _ in money), Decimal(0))
    executed = sum((each for _, each in money), Decimal(0))
    return Sums(
        cards=len(cards),
        with_money=len(money),
        budget=str(budget),
        executed=str(executed),
        rate=decimal_words(Fraction(executed * 100) / Fraction(budget), 2) if budget > 0 else None,
        found=sum(len(each.findings) for each in cards),
        mended=sum(mended(each) for each in cards),
    )


def index_page(frame: Frame, names: Names) -> str:
    """Return the page."""
    groups = _by_department(frame.publication.cards)
    return page(
        frame,
        frame.site,
        el("h1", frame.site),
        _tiles(frame, len(groups)),
        _departments(frame, groups),
        _projects(frame, groups, names),
        _downloads(frame),
    )


Groups = tuple[tuple[str, tuple[Card, ...]], ...]


def _by_department(cards: tuple[Card, ...]) -> Groups:
    groups: dict[str, list[Card]] = {}
    for card in cards:
        groups.setdefault(card.department or "", []).append(card)
    return tuple((name, tuple(found)) for name, found in groups.items())


def _tiles(frame: Frame, departments: int) -> Html:
    words, sums = frame.words, sums_of(frame.publication.cards)
    of_money = words("tile.money-of", count=str(sums.with_money))
    money = words("tile.ten-thousands")
    of_all = words("tile.projects-of", count=str(departments))
    done = words("tile.mended", count=str(sums.mended))
    return el(
        "section",
        _tile(words, "projects", str(sums.cards), words("tile.unit-projects"), of_all),
        _tile(words, "budget", ten_thousands(sums.budget), money, of_money),
        _tile(words, "executed", ten_thousands(sums.executed), money, of_money),
        _tile(words, "rate", percent(sums.rate), "", of_money),
        _tile(words, "found", str(sums.found), words("tile.unit-found"), done),
        class_="tiles",
        aria_label=words("title"),
    )


def _tile(words: Wording, name: str, value: str, unit: str, below: str) -> Html:
    return el(
        "div",
        el("small", words(f"tile.{name}")),
        el("p", el("b", value), f" {unit}"),
        el("small", below),
    )


def _departments(frame: Frame, groups: Groups) -> Html:
    words = frame.words
    rows = (
        _department_row(words, at, name, sums_of(cards))
        for at, (name, cards) in enumerate(groups, 1)
    )
    return el(
        "section",
        el("h2", words("departments"), id="departments"),
        _table(words, words("departments"), _DEPARTMENT, el("tbody", *rows)),
        class_="card",
    )


def _department_row(words: Wording, at: int, name: str, sums: Sums) -> Html:
    return el(
        "tr",
        el("th", el("a", name or words("no-department"), href=f"#d{at}"), scope="row"),
        el("td", str(sums.cards), class_="num"),
        el("td", ten_thousands(sums.budget if sums.with_money else None), class_="num"),
        el("td", ten_thousands(sums.executed if sums.with_money else None), class_="num"),
        el("td", percent(sums.rate), class_="num"),
        el("td", str(sums.found), class_="num"),
        el("td", str(sums.mended), class_="num"),
    )


def _projects(frame: Frame, groups: Groups, names: Names) -> Html:
    words = frame.words
    bodies = (
        el(
            "tbody",
            el(
                "tr",
                el("th", name or words("no-department"), el("small", f" {len(cards)}"),
                   colspan=str(len(_PROJECT)), scope="rowgroup"),
                class_="part",
            ),
            *(_row(frame, card, names) for card in cards),
            id=f"d{at}",
        )
        for at, (name, cards) in enumerate(groups, 1)
    )  # fmt: skip
    return el(
        "section",
        el("h2", words("projects"), id="projects"),
        _filters(words, groups),
        _table(words, words("projects"), _PROJECT, *bodies),
        el("p", words("filter.nothing"), class_="nothing", id="nothing", hidden=""),
        class_="card",
    )


def _filters(words: Wording, groups: Groups) -> Html:
    departments = (
        el("option", name or words("no-department"), value=f"d{at}")
        for at, (name, _) in enumerate(groups, 1)
    )
    return el(
        "form",
        el("label", words("search"), for_="search", class_="unseen"),
        el("input", type="search", id="search", maxlength="100", placeholder=words("search")),
        el("label", words("filter.department"), for_="department"),
        el("select", el("option", words("filter.all-departments"), value=""), *departments,
           id="department"),
        el("label", words("filter.found"), for_="found"),
        el("select", *(el("option", words(f"filter.{name}"), value=name) for name in _FOUND),
           id="found"),
        el("output", id="count", data_words=words("filter.count", shown="{shown}", all="{all}")),
        class_="filters by-script",
        id="filters",
        hidden="",
    )  # fmt: skip


def _row(frame: Frame, card: Card, names: Names) -> Html:
    words, done, found = frame.words, mended(card), len(card.findings)
    money, scores = card.money, card.scores
    told = words("with-mended", found=str(found), mended=str(done)) if found else None
    address = frame.to(names.page(card, words.language))
    withheld = words("withheld")
    return el(
        "tr",
        el("th", el("a", card.project, href=address), scope="row"),
        el("td", card.unit),
        el("td", ten_thousands(money.budget) if money else withheld, class_="num"),
        el("td", percent(money.rate if money else None), class_="num"),
        el("td", (scores.printed or UNKNOWN) if scores else withheld, class_="num"),
        el("td", span_words(scores.recomputed if scores else None), class_="num"),
        el("td", told or words("none-found"), class_="num" if told else "num soft"),
        data_found=_state(found, done),
    )


def _state(found: int, done: int) -> str:
    if not found:
        return "none"
    return "standing" if done < found else "mended"


def _table(words: Wording, name: str, columns: tuple[str, ...], *bodies: Html) -> Html:
    heads = (
        el("th", words(f"col.{each}"), scope="col", class_="num" if each in _NUMBERS else None)
        for each in columns
    )
    table = el("table", el("thead", el("tr", *heads)), *bodies)
    return el("div", table, class_="scroll", tabindex="0", role="region", aria_label=name)


def _downloads(frame: Frame) -> Html:
    words = frame.words
    return el(
        "section",
        el("h2", words("data.title"), id="downloads"),
        el("ul", *_links(frame, words), class_="files"),
        class_="card",
    )


def _links(frame: Frame, words: Wording) -> Iterator[Html]:
    for key, path in (("csv", LIST), ("json", DATA), ("schema", SCHEMA), ("manifest", MANIFEST)):
        yield el("li", el("a", words(f"data.{key}"), href=frame.to(path)), el("small", f" {path}"))
