"""The lower half of a card: its scores, what was found, what was done."""

from jiheng.model.publication import Card, Scores
from jiheng.rulebook.messages import worded
from jiheng.rulebook.phrases import Original
from jiheng.writers.publication.data import mended
from jiheng.writers.publication.wording import UNKNOWN, Wording, span_words
from jiheng.writers.report.markup import Html, el
from jiheng.writers.report.voice import Voice


def section(title: str, beside: str, *body: Html) -> Html:
    """Return a part of a card under its heading, with a note beside it."""
    return el("section", el("h2", title, el("small", beside)), *body)


def scores_part(card: Card, words: Wording) -> Html:
    """Return the total as the unit, the rules and the reviewers have it."""
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
    return section(words("scores.title"), "", el("div", *boxes, class_="boxes"))


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


def findings_part(card: Card, words: Wording) -> Html:
    """Return what was found, and what became of each of it."""
    if "findings" in card.withheld:
        return Html()
    title = words("findings.title")
    if not card.findings:
        return section(title, "", el("p", words("findings.none"), class_="soft"))
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
    return section(title, beside, el("ol", *found, class_="found"))


def history_part(card: Card, words: Wording) -> Html:
    """Return what was done with the form, day by day."""
    if not card.history:
        return Html()
    steps = (
        el("li", el("time", each.on, datetime=each.on), words(f"history.{each.deed}"))
        for each in card.history
    )
    return section(words("history.title"), "", el("ol", *steps, class_="history"))
