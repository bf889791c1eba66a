"""每一分都有出处: the card that shows how one score came about."""

from collections.abc import Iterable

from jiheng.model.citation import Citation
from jiheng.rulebook.messages import say
from jiheng.scoring.scored import ScoredForm
from jiheng.writers.report.agreement import agreement, span
from jiheng.writers.report.badge import tone
from jiheng.writers.report.finding_list import mend_tag
from jiheng.writers.report.markup import Html, el, join
from jiheng.writers.report.order import Numbered
from jiheng.writers.report.origin import Origin, origin_of
from jiheng.writers.report.places import name_of
from jiheng.writers.report.readings import Reading
from jiheng.writers.report.view import FormView
from jiheng.writers.report.voice import Voice

_COLUMNS = ("item", "printed", "understood", "cell")


def score_card(view: FormView, scored: ScoredForm, path: str, voice: Voice) -> Html | None:
    """Return the card of a score, or None where the cell holds no score of these rules."""
    origin = origin_of(view, scored, path, voice)
    if origin is None:
        return None
    return el(
        "article",
        _head(view, origin, voice),
        _part("read", _values(view, origin, voice), voice),
        _part("rule", _rule(origin, voice), voice),
        _part("open", _list(origin.left_open), voice) if origin.left_open else None,
        _part("arithmetic", _calculations(origin), voice),
        _part("findings", _findings(view, origin, voice), voice) if origin.findings else None,
        class_="origin-card",
        data_at=origin.at,
        data_cell=view.address_of(path),
        aria_label=_named(origin, voice),
    )


def card_text(view: FormView, scored: ScoredForm, path: str, voice: Voice) -> str | None:
    """Return the card as lines to copy, or None where there is none."""
    origin = origin_of(view, scored, path, voice)
    if origin is None:
        return None
    values = (
        f"{_called(view, each, voice)}：{each.printed or '—'}（{each.understood}）"
        for each in origin.readings
    )
    laws = (f"{law.title} {law.pinpoint}（{_state(law, voice)}）" for law in origin.laws)
    found = (f"{each.number}. {each.finding.message}" for each in origin.findings)
    pack = view.entry.pack
    lines = (
        _named(origin, voice),
        f"{voice('score.printed')} {origin.printed or '—'}；"
        f"{voice('score.recomputed')} {span(origin.recomputed)}",
        *values,
        origin.rule,
        *laws,
        *origin.left_open,
        *origin.calculations,
        *found,
        voice("pack.name", title=pack.named, version=pack.version),
    )
    return "\n".join(lines)


def _head(view: FormView, origin: Origin, voice: Voice) -> Html:
    kind = agreement(origin.printed, origin.recomputed, view.entry.pack)
    weight = say("card.weight", voice.language, points=origin.weight)
    return el(
        "header",
        el("h2", _named(origin, voice)),
        el("small", " · ".join(filter(None, (origin.heading, weight)))),
        el("span", voice("score.printed"), " ", el("b", origin.printed or "—"), class_="figure"),
        el(
            "span",
            voice("score.recomputed"),
            " ",
            el("b", span(origin.recomputed)),
            class_="figure",
        ),
        el("span", voice(f"score.{kind}"), class_=f"tag {kind}"),
    )


def _named(origin: Origin, voice: Voice) -> str:
    return say("card.title", voice.language, name=origin.name)


def _part(name: str, content: Html, voice: Voice) -> Html:
    heading = el("h3", say(f"card.part.{name}", voice.language))
    return el("section", heading, el("div", content), class_=name)


def _values(view: FormView, origin: Origin, voice: Voice) -> Html:
    heads = (el("th", say(f"card.{name}", voice.language), scope="col") for name in _COLUMNS)
    rows = (_value(view, each, voice) for each in origin.readings)
    return el("table", el("thead", el("tr", *heads)), el("tbody", *rows))


def _value(view: FormView, each: Reading, voice: Voice) -> Html:
    place = view.spots.of(each.path)
    cell = _cell_words(place, voice) if place else "—"
    address = f"{view.links.home}#{view.address_of(each.path)}"
    link = el("a", cell, href=address) if place else cell
    return el(
        "tr",
        el("th", _called(view, each, voice), scope="row"),
        el("td", each.printed or "—"),
        el("td", each.understood),
        el("td", link),
    )


def _called(view: FormView, each: Reading, voice: Voice) -> str:
    if each.part == "row":
        return voice.field(each.path.rpartition(".")[2])
    name = name_of(view.form, each.path, voice)
    return name if each.part == "sum" else say("card.beside", voice.language, name=name)


def _cell_words(spot: str, voice: Voice) -> str:
    """The place of a spot in the official table, as r17c5 → 第17行第5列."""
    row, _, column = spot.removeprefix("r").partition("c")
    if not (row.isdecimal() and column.isdecimal()):
        return say("card.outside", voice.language)
    return voice("place.row", row=row, column=column)


def _rule(origin: Origin, voice: Voice) -> Html:
    laws = (_law(law, voice) for law in origin.laws)
    return join(el("p", el("b", origin.rule)), el("ul", *laws, class_="laws"))


def _law(law: Citation, voice: Voice) -> Html:
    state = "verified" if law.verified else "unverified"
    return el(
        "li",
        el("span", f"{law.title} ", el("span", law.pinpoint, class_="pin")),
        el("span", _state(law, voice), class_=f"law {state}"),
    )


def _state(law: Citation, voice: Voice) -> str:
    return voice("law.verified") if law.verified else voice("law.unverified")


def _list(sentences: Iterable[str]) -> Html:
    return el("ul", *(el("li", sentence) for sentence in sentences), class_="dots")


def _calculations(origin: Origin) -> Html:
    first, *others = origin.calculations
    return el("div", el("p", el("b", first)), *(el("p", each) for each in others), class_="sums")


def _findings(view: FormView, origin: Origin, voice: Voice) -> Html:
    return el("ol", *(_finding(view, each, voice) for each in origin.findings), class_="found")


def _finding(view: FormView, each: Numbered, voice: Voice) -> Html:
    finding = each.finding
    title = voice.defect(finding.code, finding.name)
    severity = voice(f"severity.{finding.severity}")
    return el(
        "li",
        el("b", str(each.number), class_=f"n {tone(each)}"),
        el(
            "div",
            el("a", title, href=f"{view.links.home}#{view.finding_id(each)}"),
            el("small", f" {severity} {finding.code}"),
            el("p", finding.message, " ", mend_tag(finding.mend, voice)),
        ),
    )
