"""A project's card: money, promises, scores, what was found and what was done about it."""

from decimal import Decimal

from jiheng.model.points import parse_points
from jiheng.model.publication import Card, Promise
from jiheng.writers.publication.data import mended
from jiheng.writers.publication.names import Names, start
from jiheng.writers.publication.page import Frame, page
from jiheng.writers.publication.results import (
    findings_part,
    history_part,
    scores_part,
    section,
)
from jiheng.writers.publication.wording import (
    UNKNOWN,
    Wording,
    span_words,
    ten_thousands,
)
from jiheng.writers.report.markup import Html, el, join, lines

_COLUMNS = ("kind", "promise", "target", "actual", "weight", "printed", "recomputed")
_NUMBERS = frozenset({"weight", "printed", "recomputed"})
_WIDTH = 1000


def card_page(frame: Frame, card: Card, names: Names) -> str:
    """Return the page."""
    words = frame.words
    body = el(
        "article",
        _heading(frame, card),
        el("p", lead(card, words), class_="lead"),
        _withheld(card, words),
        _money(card, words),
        _aims(card, words),
        _promises(card, words),
        scores_part(card, words),
        findings_part(card, words),
        history_part(card, words),
        _ends(frame, card, names),
        class_="card",
    )
    return page(frame, f"{card.project} · {frame.site}", _crumbs(frame, card), body)


def lead(card: Card, words: Wording) -> str:
    """Return the card in a few sentences."""
    told: list[str] = []
    money, scores = card.money, card.scores
    if money and money.budget is not None and money.executed is not None and money.rate:
        budget, executed = ten_thousands(money.budget), ten_thousands(money.executed)
        told.append(words("lead.money", budget=budget, executed=executed, rate=money.rate))
    if scores and scores.printed:
        key = "lead.printed-grade" if scores.grade else "lead.printed"
        told.append(words(key, score=scores.printed, grade=scores.grade or ""))
    if scores and scores.recomputed:
        told.append(words("lead.recomputed", score=span_words(scores.recomputed)))
    if scores and scores.reviewed:
        told.append(words("lead.reviewed", score=span_words(scores.reviewed)))
    if card.findings:
        found = {"found": str(len(card.findings)), "mended": str(mended(card))}
        told.append(words("lead.found", **found))
    elif "findings" not in card.withheld:
        told.append(words("lead.clean"))
    return "".join(told) if words.language == "zh" else " ".join(told)


def _crumbs(frame: Frame, card: Card) -> Html:
    words = frame.words
    home = el("a", words("home"), href=frame.to(start(words.language)))
    rest = (f" / {name}" for name in (card.department, card.unit) if name)
    return el("p", home, *rest, class_="crumbs")


def _heading(frame: Frame, card: Card) -> Html:
    words = frame.words
    department = card.department or words("no-department")
    return el(
        "header",
        el("h1", card.project),
        el(
            "p",
            el("span", words("card.of-department", name=department)),
            el("span", words("card.of-unit", name=card.unit)),
            el("span", words("card.number", number=card.number)),
            el("span", words("card.contact", name=card.contact)) if card.contact else None,
            el("span", words("card.published", day=frame.publication.released_on), class_="push"),
            class_="facts",
        ),
    )


def _withheld(card: Card, words: Wording) -> Html:
    parts = [words(f"part.{part}") for part in card.withheld]
    parts += [words("card.row") for each in card.promises if each.is_withheld]
    if not parts:
        return Html()
    comma = "、" if words.language == "zh" else ", "
    return el("p", words("card.parts", parts=comma.join(parts)), class_="notice")


def _money(card: Card, words: Wording) -> Html:
    money = card.money
    if money is None:
        return Html()
    title, unit = words("money.title"), words("money.unit")
    if money.budget is None and money.executed is None:
        return section(title, unit, el("p", words("money.nothing"), class_="soft"))
    left = None
    if money.budget is not None and money.executed is not None:
        left = str(max(Decimal(money.budget) - Decimal(money.executed), Decimal(0)))
    figures = (
        ("initial", money.initial),
        ("budget", money.budget),
        ("executed", money.executed),
        ("left", left),
    )
    shown = (
        el("div", el("dt", words(f"money.{name}")), el("dd", ten_thousands(value)))
        for name, value in figures
    )
    return section(title, unit, el("dl", *shown, class_="figures"), _bar(card, words))


def _bar(card: Card, words: Wording) -> Html:
    """How much of the budget was used, as long as that can be said."""
    money = card.money
    if money is None or money.rate is None:
        return Html()
    share = max(0, min(int(Decimal(money.rate) * _WIDTH / 100), _WIDTH))
    told = words(
        "money.chart",
        rate=money.rate,
        budget=ten_thousands(money.budget),
        executed=ten_thousands(money.executed),
    )
    return el(
        "figure",
        el(
            "svg",
            el("rect", class_="ground", width=str(_WIDTH), height="24"),
            el("rect", class_="used", width=str(share), height="24"),
            viewBox=f"0 0 {_WIDTH} 24",
            preserveAspectRatio="none",
            role="img",
            aria_label=told,
        ),
        el("figcaption", words("money.share", rate=money.rate)),
        class_="bar",
    )


def _aims(card: Card, words: Wording) -> Html:
    if not card.aims:
        return Html()
    texts = (
        el(
            "dl",
            *(
                join(el("dt", words(f"aims.{name}")), el("dd", lines(text)))
                for name, text in (("expected", aim.expected), ("actual", aim.actual))
                if text
            ),
            class_="aims",
        )
        for aim in card.aims
    )
    return section(words("aims.title"), "", *texts)


def _promises(card: Card, words: Wording) -> Html:
    if not card.promises:
        return Html()
    title = words("promises.title")
    heads = (
        el("th", words(f"col.{name}"), scope="col", class_="num" if name in _NUMBERS else None)
        for name in _COLUMNS
    )
    scores = card.scores
    foot = el(
        "tr",
        el("th", words("promises.total"), colspan="4", scope="row"),
        el("td", card.weight or UNKNOWN, class_="num"),
        el("td", (scores.printed if scores else None) or UNKNOWN, class_="num"),
        el("td", span_words(scores.recomputed if scores else None), class_="num"),
    )
    table = el(
        "table",
        el("thead", el("tr", *heads)),
        el("tbody", *(_promise(each, words) for each in card.promises)),
        el("tfoot", foot),
        class_="promises",
    )
    box = el("div", table, class_="scroll", tabindex="0", role="region", aria_label=title)
    return section(title, words("promises.differs"), box)


def _promise(each: Promise, words: Wording) -> Html:
    if each.is_withheld:
        return el(
            "tr",
            el("td"),
            el("td", words("withheld"), colspan="3", class_="soft"),
            el("td", each.weight or UNKNOWN, class_="num"),
            el("td"),
            el("td"),
        )
    kind = words("promises.execution") if each.is_execution else each.level2 or each.level1
    name = words("promises.execution-name") if each.is_execution else each.name
    reason = el("small", words("promises.reason", text=each.reason)) if each.reason else None
    return el(
        "tr",
        el("td", kind, class_="kind"),
        el("th", name, reason, scope="row"),
        el("td", each.target or UNKNOWN),
        el("td", each.actual or UNKNOWN),
        el("td", each.weight or UNKNOWN, class_="num"),
        el("td", each.printed or UNKNOWN, class_="num"),
        el("td", span_words(each.recomputed), class_="num differs" if _differs(each) else "num"),
    )


def _differs(each: Promise) -> bool:
    printed = parse_points(each.printed)
    if printed is None or each.recomputed is None:
        return False
    low, high = parse_points(each.recomputed.low) or 0, parse_points(each.recomputed.high) or 0
    return not low <= printed <= high


def _ends(frame: Frame, card: Card, names: Names) -> Html:
    words = frame.words
    code = words("card.code", code=card.check_code, version=str(card.version))
    return el(
        "footer",
        el("a", words("card.csv"), class_="button", href=frame.to(names.table(card)), download=""),
        el("a", words("card.json"), class_="button", href=frame.to(names.document(card))),
        el("button", words("card.print"), type="button", class_="button by-script", id="print",
           hidden=""),
        el("span", code, class_="push"),
        class_="ends",
    )  # fmt: skip
