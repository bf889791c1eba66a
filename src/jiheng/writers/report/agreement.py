"""How a printed score stands to the recomputed one, in one small line."""

from typing import Literal

from jiheng.model.points import parse_points
from jiheng.rulebook.pack import Pack
from jiheng.writers.report.markup import Html, el
from jiheng.writers.report.voice import Voice

Agreement = Literal["agrees", "range", "differs", "blank", "unknown"]


def span(pair: tuple[str, str] | None) -> str:
    """Return lowest and highest as people write them.

    Example:
        >>> span(("84.01", "92.01")), span(("10", "10")), span(None)
        ('84.01–92.01', '10', '—')
    """
    if pair is None:
        return "—"
    return pair[0] if pair[0] == pair[1] else f"{pair[0]}–{pair[1]}"


def agreement(printed: str | None, recomputed: tuple[str, str] | None, pack: Pack) -> Agreement:
    """Return whether a printed score agrees with what the rules give."""
    if recomputed is None:
        return "unknown"
    points = parse_points(printed)
    if points is None:
        return "blank"
    low, high = (parse_points(end) or 0 for end in recomputed)
    slack = pack.tolerance.value.points
    if not low - slack <= points <= high + slack:
        return "differs"
    return "agrees" if low == high else "range"


def agreement_line(
    printed: str | None,
    recomputed: tuple[str, str] | None,
    pack: Pack,
    voice: Voice,
    *,
    why: str | None = None,
    origin: str | None = None,
) -> Html:
    """Return the line that stands under a printed score.

    Args:
        printed: the score as printed.
        recomputed: lowest and highest that the rules give.
        pack: the rules, for what they tolerate.
        voice: speaks the reader's language.
        why: the calculation, shown on hovering.
        origin: address of where the calculation is shown.
    """
    kind = agreement(printed, recomputed, pack)
    words = voice(f"agreement.{kind}", recomputed=span(recomputed))
    tag = "span" if origin is None else "a"
    return el(tag, words, class_=f"re {kind}", href=origin, title=why or None)
