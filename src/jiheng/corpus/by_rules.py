"""Scores as the rules of a made-up form give them, so that an audit has nothing to say of them."""

from msgspec.structs import replace

from jiheng.model.form import Form, Indicator
from jiheng.model.points import format_points
from jiheng.rulebook.choosing import choose_pack
from jiheng.scoring.score import score_form
from jiheng.scoring.scored import ScoredItem


def scored_by_rules(form: Form) -> Form:
    """Return the form with each score moved into what its rule pack allows.

    The pack is the one that an audit would choose.
    """
    scored = score_form(form, choose_pack(form).pack)
    rows = tuple(_row(each.row, each.item) for each in scored.indicators)
    if scored.execution is None:
        return replace(form, indicators=rows)
    return replace(
        form,
        indicators=rows,
        funds=replace(
            form.funds,
            lines=tuple(
                replace(line, score=_at_an_end(scored.execution))
                if f"funds.lines[{number}].score" == scored.execution.at
                else line
                for number, line in enumerate(form.funds.lines)
            ),
        ),
    )


def _row(row: Indicator, item: ScoredItem) -> Indicator:
    """Return an indicator with the nearest score that the rules allow."""
    # What a made-up form calls a deduction is all that was lost; it follows the score.
    low, high = item.ruled or (item.low, item.high)
    if item.printed is None or low is None or high is None:
        return row
    return replace(row, score=format_points(min(max(item.printed, low), high)))


def _at_an_end(item: ScoredItem) -> str | None:
    """Return the score for execution: where it may be in two bands, it is in one of them."""
    if item.printed is None or item.low is None or item.high is None:
        return None if item.printed is None else format_points(item.printed)
    is_near_low = item.printed - item.low <= item.high - item.printed
    return format_points(item.low if is_near_low else item.high)
