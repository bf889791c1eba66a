"""A project's card: money, promises, scores, what was found and what was done about it."""

from decimal import Decimal

from jiheng.model.points import parse_points
from jiheng.model.publication import Card, Promise, Scores
from jiheng.rulebook.messages import worded
from jiheng.rulebook.phrases import Original
from jiheng.writers.publication.data import mended
from jiheng.writers.publication.names import Names, start
from jiheng.writers.publication.page import Frame, page
from jiheng.writers.publication.wording import (
    UNKNOWN,
    Wording,
    span_words,
    ten_thousands,
)
from jiheng.writers.report.markup import Html, el, join, lines
from jiheng.writers.report.voice import Voice

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
        _scores(card, words),
        _findings(card, words),
        _history(card, words),
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


def _section(title: str, beside: str, *body: Html) -> Html:
    return el("section", el("h2", title, el("small", beside)), *body)


def _money(card: Card, words: Wording) -> Html:
    money = card.money
    if money is None:
        return Html()
    title, unit = words("money.title"), words("money.unit")
    if money.budget is None and money.executed is None:
        return _section(title, unit, el("p", words("money.nothing"), class_="soft"))
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
    return _section(title, unit, el("dl", *shown, class_="figures"), _bar(card, words))


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
    return _section(words("aims.title"), "", *texts)


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
    return _section(title, words("promises.differs"), box)


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


def _scores(card: Card, words: Wording) -> Html:
    scores = card.scores
    if scores is None:
        return Html()
    low_high = scores.recomputed
    is_open = low_high is not None and low_high.low != low_high.high
    boxes = [
        _score(
            words("scores.printed"),
            scores.printed,
            scores.grade,
            words("scores.version", version=str(card.version)),
            words,
        ),
        _score(
            words("scores.recomputed"),
            None if low_high is None else span_words(low_high),
            _ends_of(scores.grades),
            _rules(scores, words, is_open=is_open),
            words,
        ),
    ]  # fmt: skip
    if scores.reviewed is not None:
        is_pending = scores.reviewed.low != scores.reviewed.high
        below = words("scores.pending") if is_pending else ""
        title = words("scores.reviewed")
        boxes.append(_score(title, span_words(scores.reviewed), None, below, words))
    return _section(words("scores.title"), "", el("div", *boxes, class_="boxes"))


def _ends_of(grades: tuple[str, ...]) -> str | None:
    """The lowest and the highest of several grades."""
    return "–".join(dict.fromkeys((grades[0], grades[-1]))) if grades else None


def _rules(scores: Scores, words: Wording, *, is_open: bool) -> str:
    rules = worded(Original(kind="pack.title", text=scores.rules), words.language)
    told = (
        words("scores.by", rules=rules),
        None if scores.is_verified else words("scores.unread"),
        words("scores.judgement") if is_open else None,
    )
    return " · ".join(filter(None, told))


def _score(title: str, value: str | None, grade: str | None, below: str, words: Wording) -> Html:
    unit = f" {words('scores.points')}" if value else ""
    return el(
        "div",
        el("small", title),
        el("p", el("b", value or UNKNOWN), unit, el("span", f" {grade}") if grade else None),
        el("small", below),
    )


def _findings(card: Card, words: Wording) -> Html:
    if "findings" in card.withheld:
        return Html()
    title = words("findings.title")
    if not card.findings:
        return _section(title, "", el("p", words("findings.none"), class_="soft"))
    found = (
        el(
            "li",
            el(
                "div",
                el("h3", Voice(language=words.language).defect(each.code, each.title)),
                el("p", each.message),
            ),
            el("span", words(f"findings.{each.outcome}"), class_=f"outcome {each.outcome}"),
        )
        for each in card.findings
    )
    total, done = str(len(card.findings)), str(mended(card))
    beside = words("findings.sum", found=total, mended=done)
    return _section(title, beside, el("ol", *found, class_="found"))


def _history(card: Card, words: Wording) -> Html:
    if not card.history:
        return Html()
    steps = (
        el("li", el("time", each.on, datetime=each.on), words(f"history.{each.deed}"))
        for each in card.history
    )
    return _section(words("history.title"), "", el("ol", *steps, class_="history"))


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
