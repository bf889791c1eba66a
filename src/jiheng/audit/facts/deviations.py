"""Rows that lost points, and what their reason says."""

from collections.abc import Iterator

from jiheng.model.form import Form, Indicator
from jiheng.model.points import parse_points
from jiheng.rulebook.lexicons import reasons


def short_rows(form: Form) -> Iterator[tuple[int, Indicator]]:
    """Yield the rows whose printed score is below their weight, with their position."""
    for index, row in enumerate(form.indicators):
        weight, score = parse_points(row.weight), parse_points(row.score)
        if weight is not None and score is not None and score < weight:
            yield index, row


def is_nothing(reason: str) -> bool:
    """Whether a reason says in words that there is none."""
    return reason.strip(" 。.，,；;") in reasons().nothing


def names_cause(reason: str) -> bool:
    """Whether a reason tells of something that happened or was missing."""
    return any(word in reason for word in reasons().causes)


def names_measure(reason: str) -> bool:
    """Whether a reason tells what will be done."""
    return any(word in reason for word in reasons().measures)


def is_slogan(reason: str) -> bool:
    """Whether a reason only says what will go on being done; one with a number says more.

    Example:
        >>> is_slogan("继续推进培训工作高质量发展"), is_slogan("因疫情停课两个月，今后加强线上教学")
        (True, False)
    """
    if names_cause(reason) or any(sign.isdigit() for sign in reason):
        return False
    return reason.strip().startswith(reasons().openings)
