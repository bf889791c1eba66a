"""A finding's number: the same mark at the cell and in the list."""

from jiheng.model.audit import Severity
from jiheng.writers.report.markup import Html, el
from jiheng.writers.report.order import SEVERITIES, Numbered
from jiheng.writers.report.view import FormView
from jiheng.writers.report.voice import Voice


def badge(view: FormView, each: Numbered, voice: Voice) -> Html:
    """Return the number at a cell; it leads to the finding."""
    label = voice(
        "badge",
        number=str(each.number),
        severity=voice(f"severity.{each.finding.severity}"),
        title=voice.defect(each.finding.code, each.finding.name),
    )
    return el(
        "a",
        str(each.number),
        class_=f"n {tone(each)}",
        href=f"#{view.finding_id(each)}",
        title=label,
        aria_label=label,
    )


def badges(view: FormView, spot: str, voice: Voice) -> Html:
    """Return the badge of a spot: one finding's number, or how many there are, with a list."""
    marks = view.marks.get(spot)
    if not marks:
        return Html()
    if len(marks) == 1:
        return el("span", badge(view, marks[0], voice), class_="ns")
    listed = (_listed(view, each, voice) for each in marks)
    return el("span", _shared(view, marks, voice), el("span", *listed, class_="all"), class_="ns")


def _shared(view: FormView, marks: tuple[Numbered, ...], voice: Voice) -> Html:
    """The one badge of several findings, in the worst one's colour; it leads to that one."""
    worst = min(marks, key=lambda each: each.number)
    count = str(len(marks))
    numbers = voice("comma").join(str(each.number) for each in marks)
    return el(
        "a",
        voice("badges.count", count=count),
        class_=f"n {tone(worst)} several",
        href=f"#{view.finding_id(worst)}",
        aria_label=voice("badges.label", count=count, numbers=numbers),
    )


def _listed(view: FormView, each: Numbered, voice: Voice) -> Html:
    """One finding of a shared badge, by number and title."""
    return el(
        "a",
        el("b", str(each.number), class_=f"n {tone(each)}"),
        el("span", voice.defect(each.finding.code, each.finding.name)),
        href=f"#{view.finding_id(each)}",
    )


def tone(each: Numbered) -> str:
    """Return the colour's name: the severity, or quiet for what does not count."""
    return each.finding.severity if each.standing == "counted" else "quiet"


def tint(marks: tuple[Numbered, ...]) -> str | None:
    """Return the colour's name of a cell: that of the worst finding that counts."""
    tones = {tone(each) for each in marks}
    return next((f"t-{severity}" for severity in SEVERITIES if severity in tones), None)


def count_boxes(counts: tuple[int, ...], voice: Voice) -> Html:
    """Return how many errors, doubts and hints there are, as three small boxes."""
    boxes = (
        _box(severity, count, voice) for severity, count in zip(SEVERITIES, counts, strict=True)
    )
    return el("span", *boxes, class_="counts")


def _box(severity: Severity, count: int, voice: Voice) -> Html:
    label = voice(f"count.{severity}", count=str(count))
    tone = severity if count else "none"
    return el("span", str(count), class_=f"n {tone}", title=label, aria_label=label, role="img")
