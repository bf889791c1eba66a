"""Where a form explains itself, and whether it does."""

import re
from collections.abc import Iterator

from jiheng.model.form import Form
from jiheng.rulebook.lexicons import money_block_words, reasons

_CLAUSE = re.compile(r"[，,。；;、\n\v]")
_MONEY_REASON = "funds.lines[0].reason"


def money_reason_cells(form: Form) -> tuple[str, ...]:
    """Return the cell for reasons in the money block, where the form has one."""
    line = form.total_line
    has_cell = _MONEY_REASON in form.cells or (line is not None and line.reason is not None)
    return (_MONEY_REASON,) if has_cell else ()


def speaks_of(form: Form, words: tuple[str, ...]) -> bool:
    """Whether any text written for this year's result holds one of the words.

    An outcome that only repeats the goal was written before the year and explains nothing.
    """
    return any(word in text for text in _texts(form) for word in words)


def speaks_of_both(form: Form, words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether one clause of such a text holds a word of each list: 追加 and 预算, but not 工期."""
    clauses = (clause for text in _texts(form) for clause in _CLAUSE.split(text))
    return any(
        any(word in clause for word in words) and any(word in clause for word in others)
        for clause in clauses
    )


def is_answer(text: str | None) -> bool:
    """Whether a text was written by the unit and says something.

    Example:
        >>> is_answer("招标流标两次"), is_answer("无"), is_answer("执行率低于90%的需说明原因")
        (True, False, False)
    """
    if text is None or text.strip(" 。.") in reasons().nothing:
        return False
    return not any(word in text for word in money_block_words().requests)


def _texts(form: Form) -> Iterator[str]:
    goals = (form.goal, *form.goals)
    written = (
        *(goal.actual for goal in goals if goal.actual != goal.expected),
        *(line.reason for line in form.funds.lines),
        *(row.reason for row in form.indicators),
        form.conclusion,
        *(text.text for text in form.texts),
    )
    return (text for text in written if text and is_answer(text))
