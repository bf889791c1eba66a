"""``report.html`` of a corpus: one file that needs no network and no script."""

from fractions import Fraction
from pathlib import Path

from msgspec import Struct

from jiheng.corpus.auditing.questions.question import Kind
from jiheng.corpus.auditing.report.contents import (
    KINDS,
    MOST_MEMBERS,
    MOST_QUESTIONS,
    Contents,
    Place,
    Shown,
    contents_of,
)
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import Sum, Told
from jiheng.writers.report.frame import asset, framed
from jiheng.writers.report.markup import Html, el
from jiheng.writers.report.voice import Voice

_FEN = 100


class _Words(Struct, frozen=True, kw_only=True):
    """Says the sentences of this report in one language."""

    language: str

    def __call__(self, key: str, /, **values: Told) -> str:
        return say(f"corpus_audit.report.{key}", self.language, **values)

    def of_kind(self, kind: Kind, name: str) -> str:
        return say(f"corpus_audit.{kind}.{name}", self.language)

    def money(self, fen: int) -> str:
        key = "corpus_audit.report.amount"
        return say(key, self.language, amount=Sum(yuan=Fraction(fen, _FEN)))


def write_page(folder: Path, language: str, *, is_made_up: bool) -> str:
    """Return the report on the tables of a folder.

    Args:
        folder: where the tables lie.
        language: of the report's own words; questions keep the language they were asked in.
        is_made_up: whether the corpus is no one's forms.
    """
    words, contents = _Words(language=language), contents_of(folder)
    body = el(
        "main",
        _summary(contents, words),
        *(_kind(kind, contents, words) for kind in KINDS if contents.counts[kind]),
        _told(contents, words) if contents.told else None,
    )
    head = _masthead(contents, words, is_made_up=is_made_up)
    style = asset("jiheng.corpus.auditing.report", "page.css")
    return framed(words("title"), head, body, language=language, style=style)


def _masthead(contents: Contents, words: _Words, *, is_made_up: bool) -> Html:
    counts = {"forms": f"{contents.forms:,}", "units": f"{contents.units:,}"}
    badge = el("span", words("made-up"), class_="whose") if is_made_up else None
    return el(
        "header",
        el("div", el("h1", words("title")), badge),
        el("p", words("lead", **counts)),
        class_="masthead",
    )


def _summary(contents: Contents, words: _Words) -> Html:
    rows = [
        el(
            "tr",
            el("th", el("a", words.of_kind(kind, "title"), href=f"#{kind}"), scope="row"),
            el("td", f"{contents.counts[kind]:,}", class_="num"),
            el("td", f"{contents.touched[kind]:,}", class_="num"),
        )
        for kind in KINDS
        if contents.counts[kind]
    ]
    if not rows:
        return el("section", el("p", words("none"), class_="nothing asked"), class_="card")
    table = _table((words("kind"), words("count"), words("forms")), rows, numeric=2)
    return el("section", el("h2", words("summary")), table, class_="card")


def _kind(kind: Kind, contents: Contents, words: _Words) -> Html:
    count, shown = contents.counts[kind], contents.questions[kind]
    note = words("shown", most=str(MOST_QUESTIONS)) if count > len(shown) else None
    return el(
        "section",
        el("h2", words.of_kind(kind, "title"), el("small", f"{count:,}")),
        el("p", words("advice"), words.of_kind(kind, "advice"), class_="asked advice"),
        el("p", note, class_="asked") if note else None,
        *(_question(each, words) for each in shown),
        class_="card",
        id=kind,
    )


def _question(shown: Shown, words: _Words) -> Html:
    asked = shown.asked
    money = words("about", amount=words.money(asked.budget)) if asked.budget else None
    rows = [_place(place) for place in shown.places]
    head = tuple(words(name) for name in ("unit", "project", "year", "cell", "value", "file"))
    left_out = shown.of > len(shown.places)
    count = {"count": f"{shown.of:,}", "most": str(MOST_MEMBERS)}
    return el(
        "details",
        el("summary", el("b", f"{asked.number}. "), asked.message, el("small", money)),
        el("p", words("members", **count), class_="asked") if left_out else None,
        el("div", _table(head, rows), class_="scroll", tabindex="0"),
        id=f"q{asked.number}",
        class_="asked",
    )


def _place(place: Place) -> Html:
    return el(
        "tr",
        el("td", place.unit),
        el("td", place.project),
        el("td", str(place.year or "")),
        el("td", el("code", place.at)),
        el("td", place.value),
        el("td", el("code", place.path), el("small", f" {place.form}")),
    )


def _told(contents: Contents, words: _Words) -> Html:
    voice = Voice(language=words.language)
    rows = [
        el(
            "tr",
            el("th", each.code, scope="row"),
            el("td", voice.defect(each.code, each.name)),
            el("td", words(each.severity)),
            el("td", f"{each.found:,}", class_="num"),
            el("td", f"{each.forms:,}", class_="num"),
        )
        for each in contents.told
    ]
    head = tuple(words(name) for name in ("code", "name", "severity", "found", "forms"))
    return el("section", el("h2", words("findings")), _table(head, rows, numeric=2), class_="card")


def _table(head: tuple[str, ...], rows: list[Html], numeric: int = 0) -> Html:
    """Return a table whose last columns are numbers."""
    first = len(head) - numeric
    cells = (
        el("th", name, scope="col", class_="num" if at >= first else None)
        for at, name in enumerate(head)
    )
    return el("table", el("thead", el("tr", *cells)), el("tbody", *rows), class_="asked")
