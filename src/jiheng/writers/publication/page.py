"""The frame of a package's pages, with the style and the script that all share."""

from collections.abc import Iterator
from importlib.resources import files

from msgspec import Struct

from jiheng.model.publication import Publication
from jiheng.rulebook.messages import LANGUAGES, SOURCE
from jiheng.writers.publication.names import SCRIPT, STYLE, WORDS, start
from jiheng.writers.publication.wording import Wording
from jiheng.writers.report.markup import Html, el

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self' file:",
        "script-src 'self' file:",
        "img-src data:",
        "form-action 'self' file:",
        "base-uri 'none'",
    )
)
"""Nothing but the package's own files, from a folder as from a server."""
_HTML_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_NAMES = {"zh": "中文", "en": "English"}
"""Each language by its own name."""


class Frame(Struct, frozen=True, kw_only=True):
    """What stands around the contents of a page.

    Attributes:
        path: of the page in the package.
        twin: path of the same page in the other language.
    """

    publication: Publication
    words: Wording
    path: str
    twin: str

    def to(self, path: str) -> str:
        """Return the address of a file of the package as seen from this page."""
        return "../" * self.path.count("/") + path

    @property
    def site(self) -> str:
        """The name of the whole."""
        known = self.publication
        return self.words("site", place=known.place, year=str(known.year))


def page(frame: Frame, title: str, *body: Html) -> str:
    """Return a whole page."""
    words = frame.words
    language = _HTML_LANGUAGES[words.language]
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=POLICY),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", title),
        _link("stylesheet", frame.to(STYLE)),
        el("script", src=frame.to(WORDS), defer="") if frame.path.endswith("index.html") else None,
        el("script", src=frame.to(SCRIPT), defer=""),
    )
    contents = el(
        "body",
        el("a", words("skip"), class_="skip", href="#contents"),
        _header(frame),
        el("main", *body, id="contents"),
        _footer(frame),
    )
    return f"<!doctype html>\n{el('html', head, contents, lang=language)}\n"


def assets(_publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield the style and the script."""
    here = files("jiheng.writers.publication")
    yield STYLE, (here / "style.css").read_bytes()
    yield SCRIPT, (here / "page.js").read_bytes()


def _link(kind: str, address: str) -> Html:
    return Html(f'<link rel="{kind}" href="{address}">')


def _header(frame: Frame) -> Html:
    words, first = frame.words, frame.to(start(frame.words.language))
    other = next(each for each in (SOURCE, *LANGUAGES) if each != words.language)
    return el(
        "header",
        el(
            "div",
            el("a", frame.site, class_="brand", href=first),
            el(
                "nav",
                *(
                    el("a", words(name), href=f"{first}#{name}")
                    for name in ("departments", "projects", "downloads")
                ),
                aria_label=words("title"),
            ),
            el(
                "form",
                el("input", type="search", name="q", maxlength="100", placeholder=words("search"),
                   aria_label=words("search")),
                el("button", words("search-go")),
                role="search",
                action=first,
                class_="find by-script",
                hidden="",
            ),
            el("a", _NAMES[other], class_="other", href=frame.to(frame.twin),
               lang=_HTML_LANGUAGES[other], hreflang=_HTML_LANGUAGES[other]),
            class_="wide",
        ),
        class_="top",
    )  # fmt: skip


def _footer(frame: Frame) -> Html:
    known, words = frame.publication, frame.words
    return el(
        "footer",
        el(
            "div",
            el("span", words("foot.offline")),
            el("span", words("foot.masked")),
            el("span", words("foot.edition", day=known.released_on, edition=str(known.edition))),
            el("span", words("foot.made-by", place=known.place)),
            class_="wide",
        ),
    )
