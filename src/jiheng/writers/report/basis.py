"""What the report rests on, and what it asks of the clerk."""

from msgspec import Struct

from jiheng.model.audit import Run
from jiheng.model.citation import Citation
from jiheng.rulebook.pack import Pack
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.markup import Html, el, join
from jiheng.writers.report.voice import Voice

_COLUMNS = ("number", "law", "used", "read")
_ADVICE = ("order", "no_change", "list")


class Use(Struct, frozen=True, kw_only=True):
    """One cited place and what it was used for."""

    law: Citation
    scoring: bool
    codes: tuple[str, ...]


def basis(cited: tuple[Use, ...], entries: tuple[ReportEntry, ...], voice: Voice) -> Html:
    """Return the table of cited places, the box for the clerk, and what the rules leave open."""
    return el(
        "div",
        sources(cited, voice),
        el("div", _box(voice), left_open(entries, voice)),
        class_="foot",
    )


def left_open(entries: tuple[ReportEntry, ...], voice: Voice) -> Html:
    """Return what the rules of these forms leave open, once a pack."""
    silent = {
        entry.pack.id: (entry.pack, entry.audit.silent) for entry in entries if entry.audit.silent
    }
    return join(*(_silent(pack, told, voice) for pack, told in silent.values()))


def silent_id(pack: Pack) -> str:
    """Return the address of what a pack leaves open."""
    return f"silent-{pack.id}"


def numbers_of(cited: tuple[Use, ...]) -> dict[Citation, int]:
    """Return cited place → its number in the table."""
    return {use.law: number for number, use in enumerate(cited, 1)}


def uses(entries: tuple[ReportEntry, ...], run: Run) -> tuple[Use, ...]:
    """Return every place that a score or a finding rests on, unread ones last."""
    scoring = [item.law for entry in entries for item in entry.audit.items if item.law]
    told = [
        (finding.law, finding.code)
        for findings in (*(entry.audit.findings for entry in entries), run.findings)
        for finding in findings
        if finding.law
    ]
    codes: dict[Citation, dict[str, None]] = {law: {} for law in scoring}
    for law, code in told:
        codes.setdefault(law, {})[code] = None
    scored = frozenset(scoring)
    found = (Use(law=law, scoring=law in scored, codes=tuple(each)) for law, each in codes.items())
    return tuple(sorted(found, key=lambda use: (not use.law.verified, use.law.title)))


def sources(cited: tuple[Use, ...], voice: Voice) -> Html:
    """Return the table of cited places."""
    head = (el("th", voice(f"basis.{name}"), scope="col") for name in _COLUMNS)
    return el(
        "section",
        el("h2", voice("basis.heading")),
        el(
            "table",
            el("thead", el("tr", *head)),
            el("tbody", *(_row(number, use, voice) for number, use in enumerate(cited, 1))),
            class_="laws",
        ),
        class_="card",
    )


def _row(number: int, use: Use, voice: Voice) -> Html:
    law = use.law
    state = "verified" if law.verified else "unverified"
    used = [voice("basis.scoring")] if use.scoring else []
    is_link = law.url is not None and law.url.startswith(("https://", "http://"))
    title = el("a", law.title, href=law.url, rel="noreferrer") if is_link else law.title
    return el(
        "tr",
        el("td", str(number)),
        el("th", title, " ", el("span", law.pinpoint, class_="pin"), scope="row"),
        el("td", voice("comma").join((*used, *use.codes))),
        el("td", el("span", voice(f"law.{state}"), class_=f"law {state}")),
        id=f"law-{number}",
    )


def _box(voice: Voice) -> Html:
    return el(
        "section",
        el("h2", voice("clerk.heading")),
        el(
            "ul",
            *(el("li", voice(f"clerk.{name}")) for name in _ADVICE[:-1]),
            el("li", voice("clerk.list"), el("a", "findings.xlsx", href="findings.xlsx")),
            class_="plain",
        ),
        class_="card",
    )


def _silent(pack: Pack, told: tuple[str, ...], voice: Voice) -> Html:
    return el(
        "section",
        el("h2", voice("basis.silent", pack=pack.named)),
        el("ul", *(el("li", sentence) for sentence in told), class_="plain"),
        class_="card",
        id=silent_id(pack),
    )
