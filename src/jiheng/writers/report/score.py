"""The score's panel: printed beside recomputed, the bar of grades, and the composition."""

from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.pack import Grade
from jiheng.writers.report.agreement import agreement, span
from jiheng.writers.report.composition import Part, composition, scored_rows
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.markup import Html, el
from jiheng.writers.report.voice import Voice

_TOP = 100_00
_STEP = 10_00


def score_panel(entry: ReportEntry, voice: Voice) -> Html:
    """Return the head of the side column: two scores, the bar, the composition."""
    return el(
        "section",
        _two_scores(entry, voice),
        _bar(entry, voice),
        _composition(entry, voice),
        class_="score",
    )


def grade_words(grades: tuple[str, ...]) -> str:
    """Return the grades of a range, lowest first.

    Example:
        >>> grade_words(("良", "优")), grade_words(())
        ('良–优', '—')
    """
    return "–".join(grades) or "—"


def _two_scores(entry: ReportEntry, voice: Voice) -> Html:
    score = entry.audit.score
    kind = agreement(score.printed, score.recomputed, entry.pack)
    printed = (score.printed or "—", score.grade_printed or "—")
    recomputed = (span(score.recomputed), grade_words(score.grade_recomputed))
    return el(
        "div",
        el(
            "dl",
            _figure(voice("score.printed"), *printed, voice),
            _figure(voice("score.recomputed"), *recomputed, voice),
        ),
        el("p", voice(f"score.{kind}"), class_=f"tag {kind}"),
        el("p", score.ceiling, class_="ceiling") if score.ceiling else None,
        class_="two",
    )


def _figure(label: str, points: str, grade: str, voice: Voice) -> Html:
    return el(
        "div",
        el("dt", label),
        el("dd", points, class_="big"),
        el("dd", voice("score.grade"), " ", el("b", grade), class_="grade"),
    )


def _bar(entry: ReportEntry, voice: Voice) -> Html:
    """The range of grades with the recomputed interval on it and the printed score above it."""
    score = entry.audit.score
    printed = parse_points(score.printed)
    low, high = (parse_points(end) for end in score.recomputed or (None, None))
    known = [points for points in (printed, low, high) if points is not None]
    grades = sorted(entry.pack.grades.value, key=lambda grade: grade.at_least)
    if not known or not grades:
        return Html()
    bottom = _bottom(grades, min(known))
    top = max(_TOP, *known)
    scale = _Scale(bottom, top)
    return el(
        "div",
        *_bands(grades, scale),
        _interval(low, high, scale),
        el("i", class_="at", style=f"left:{scale.at(printed)}") if printed is not None else None,
        class_="bar",
        role="img",
        aria_label=voice(
            "score.bar", printed=score.printed or "—", recomputed=span(score.recomputed)
        ),
    )


class _Scale:
    """Points to places on the bar, as CSS percents."""

    def __init__(self, bottom: int, top: int) -> None:
        self._bottom, self._width = bottom, top - bottom

    def at(self, points: int) -> str:
        """Return how far from the left end a score stands."""
        share = min(max((points - self._bottom) * 10000 // self._width, 0), 10000)
        return f"{share // 100}.{share % 100:02d}%"


def _bottom(grades: list[Grade], lowest: int) -> int:
    """The left end: a step under the first pass mark, or lower where a score is lower."""
    marks = [grade.at_least for grade in grades if grade.at_least > 0]
    start = (marks[0] if marks else _TOP) - _STEP
    return max(min(start, lowest // _STEP * _STEP), 0)


def _bands(grades: list[Grade], scale: _Scale) -> list[Html]:
    uppers = [*(grade.at_least for grade in grades[1:]), None]
    parts: list[Html] = []
    for step, (grade, upper) in enumerate(zip(grades, uppers, strict=True)):
        left = scale.at(grade.at_least)
        right = "100.00%" if upper is None else scale.at(upper)
        style = f"left:{left};right:calc(100% - {right})"
        parts.append(el("span", el("b", grade.name), class_=f"band b{step % 5}", style=style))
        if upper is not None:
            parts.append(el("small", format_points(upper), style=f"left:{right}"))
    return parts


def _interval(low: int | None, high: int | None, scale: _Scale) -> Html:
    if low is None or high is None:
        return Html()
    style = f"left:{scale.at(low)};right:calc(100% - {scale.at(high)})"
    return el("i", class_="range", style=style)


def _composition(entry: ReportEntry, voice: Voice) -> Html:
    heads = ("part", "weight", "printed", "recomputed")
    head = el("tr", *(el("th", voice(f"score.{name}"), scope="col") for name in heads))
    parts = composition(scored_rows(entry, voice))
    score = entry.audit.score
    total = el(
        "tr",
        el("th", voice("score.total"), scope="row"),
        el("td", entry.form.total.weight or "—"),
        el("td", score.printed or "—"),
        el("td", span(score.recomputed)),
    )
    return el(
        "table",
        el("thead", head),
        el("tbody", *(_part_row(part) for part in parts)),
        el("tfoot", total),
        class_="parts",
    )


def _part_row(part: Part) -> Html:
    pair = None
    if part.low is not None and part.high is not None:
        pair = (format_points(part.low), format_points(part.high))
    return el(
        "tr",
        el("th", part.label or "—", scope="row"),
        el("td", _points(part.weight)),
        el("td", _points(part.printed)),
        el("td", span(pair)),
    )


def _points(points: int | None) -> str:
    return "—" if points is None else format_points(points)
