"""The head of the report: what was audited, when, how, and how far its rules were read."""

from collections.abc import Iterable
from datetime import datetime

from jiheng.rulebook.pack import Pack
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.markup import Html, el, join
from jiheng.writers.report.voice import Voice

_HASH_SHOWN = 12


def masthead(
    entries: tuple[ReportEntry, ...], *, command: str, generated: datetime, voice: Voice
) -> Html:
    """Return title, unit, year and the facts by which the report can be made again."""
    names = (voice("pack.label", name=_pack_name(pack, voice)) for pack in packs(entries))
    when = el("time", f"{generated:%Y-%m-%d %H:%M}", datetime=generated.isoformat())
    facts = (
        el("li", el("code", command)),
        el("li", when),
        *(el("li", name) for name in names),
        el("li", voice("forms", count=str(len(entries)))),
        _hashes(entries, voice),
    )
    return el(
        "header",
        el("div", el("h1", voice("title")), el("p", _whose(entries, voice), class_="whose")),
        el("ul", *facts, class_="facts"),
        class_="masthead",
    )


def packs(entries: Iterable[ReportEntry]) -> tuple[Pack, ...]:
    """Return the rule packs that were used, each once."""
    return tuple({entry.pack.id: entry.pack for entry in entries}.values())


def banners(entries: tuple[ReportEntry, ...], voice: Voice) -> Html:
    """Return one warning for each pack with values whose source nobody has read."""
    return join(*(_banner(pack, voice) for pack in packs(entries) if not pack.is_verified))


def _banner(pack: Pack, voice: Voice) -> Html:
    names = pack.unverified
    values = voice("comma").join(voice(f"value.{name}") for name in names)
    return el(
        "p",
        el("b", voice("banner.head", pack=pack.named, count=str(len(names)))),
        values,
        voice("banner.tail"),
        class_="banner",
        role="note",
    )


def _pack_name(pack: Pack, voice: Voice) -> str:
    return voice("pack.name", title=pack.named, version=pack.version)


def _whose(entries: tuple[ReportEntry, ...], voice: Voice) -> str:
    forms = [entry.form for entry in entries]
    named = (form.reporting_unit or form.project.implementing_unit for form in forms)
    units = tuple(dict.fromkeys(unit for unit in named if unit))
    years = sorted({form.year for form in forms if form.year is not None})
    unit = units[0] if len(units) == 1 else voice("units", count=str(len(units))) if units else ""
    ends = dict.fromkeys((years[0], years[-1])) if years else {}
    year = voice("year", year="–".join(str(each) for each in ends)) if ends else ""
    return f"{unit} {year}".strip()


def _hashes(entries: tuple[ReportEntry, ...], voice: Voice) -> Html:
    """The files' fingerprints: of one file in the line, of several folded."""
    files = {entry.form.source.path: entry.form.source.sha256 for entry in entries}
    if len(files) == 1:
        digest = next(iter(files.values()))
        return el("li", el("span", f"sha256 {digest[:_HASH_SHOWN]}…", title=digest))
    rows = (
        el("tr", el("th", path, scope="row"), el("td", el("code", digest)))
        for path, digest in files.items()
    )
    return el(
        "li",
        el(
            "details",
            el("summary", voice("files", count=str(len(files)))),
            el("table", el("tbody", *rows), class_="hashes"),
        ),
    )
