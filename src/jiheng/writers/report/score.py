"""The score's panel: printed beside recomputed, the bar of grades, and the composition."""

from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.pack import Grade
from jiheng.writers.report.agreement import agreement, span
from jiheng.writers.report.composition import Part, composition, scored_rows
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.markup import Html, el
from jiheng.writers.report.proof_table import supported_line
from jiheng.writers.report.voice import Voice

_TOP = 100_00
_STEP = 10_00


def score_panel(entry: ReportEntry, voice: Voice) -> Html:
    """Return the head of the side column: two scores, the bar, the composition."""
    return el(
        "section",
        _two_scores(entry, voice),
        supported_line(entry, voice),
        _bar(entry, voice),
        _spread(entry, voice),
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
        "svg",
        *_bands(grades, scale, top),
        _interval(low, high, scale),
        _pointer(printed, scale) if printed is not None else None,
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
        return _percent(self._share(points))

    def between(self, low: int, high: int) -> str:
        """Return how far two scores stand apart."""
        return _percent(self._share(high) - self._share(low))

    def middle(self, low: int, high: int) -> str:
        """Return where the middle of two scores stands."""
        return _percent((self._share(high) + self._share(low)) // 2)

    def _share(self, points: int) -> int:
        return min(max((points - self._bottom) * 10000 // self._width, 0), 10000)


def _percent(share: int) -> str:
    return f"{share // 100}.{share % 100:02d}%"


def _bottom(grades: list[Grade], lowest: int) -> int:
    """The left end: a step under the first pass mark, or lower where a score is lower."""
    marks = [grade.at_least for grade in grades if grade.at_least > 0]
    start = (marks[0] if marks else _TOP) - _STEP
    return max(min(start, lowest // _STEP * _STEP), 0)


def _bands(grades: list[Grade], scale: _Scale, top: int) -> list[Html]:
    uppers = [*(grade.at_least for grade in grades[1:]), top]
    parts: list[Html] = []
    for step, (grade, upper) in enumerate(zip(grades, uppers, strict=True)):
        low = grade.at_least
        parts.append(_strip(low, upper, scale, f"band b{step % 5}"))
        parts.append(el("text", grade.name, x=scale.middle(low, upper), y="31", class_="grade"))
        if step:
            parts.append(el("text", format_points(low), x=scale.at(low), y="31", class_="mark"))
    return parts


def _strip(low: int, high: int, scale: _Scale, kind: str) -> Html:
    x, width = scale.at(low), scale.between(low, high)
    return el("rect", x=x, y="8", width=width, height="10", class_=kind)


def _interval(low: int | None, high: int | None, scale: _Scale) -> Html:
    if low is None or high is None:
        return Html()
    x = scale.at(low)
    # Low and high may be one: a hair's breadth stays to be seen.
    hair = el("rect", x=x, y="8", width="3", height="10", class_="range")
    return hair if low == high else _strip(low, high, scale, "range")


def _pointer(printed: int, scale: _Scale) -> Html:
    return el("svg", el("path", d="M-5 0h10l-5 8z"), x=scale.at(printed), y="0", class_="at")


def _spread(entry: ReportEntry, voice: Voice) -> Html:
    """Why the recomputed score is an interval, where it is one."""
    rows = scored_rows(entry, voice)
    spread = [row for row in rows if row.item.recomputed and len(set(row.item.recomputed)) > 1]
    if not spread:
        return Html()
    points = sum(parse_points(row.weight) or 0 for row in spread)
    words = voice("score.spread", count=str(len(spread)), points=format_points(points))
    return el("p", words, class_="spread")


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
