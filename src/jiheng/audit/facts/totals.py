"""What a form's total should be: the sum of its printed scores, under its ceiling."""

from jiheng.audit.cells import money_cell
from jiheng.model.points import parse_points
from jiheng.scoring.scored import ScoredForm


def summed_scores(scored: ScoredForm) -> int | None:
    """Return the sum of the printed scores, 1/100 point; None where none is printed."""
    if scored.printed_sum is None:
        return None
    return scored.printed_sum + sum(execution_on_a_lower_line(scored).values())


def due_total(scored: ScoredForm) -> int | None:
    """Return the sum of the printed scores, or what the execution rate leaves of it."""
    points = summed_scores(scored)
    most = None if scored.capped is None else scored.capped.most
    return points if points is None or most is None else min(points, most)


def is_partly_scored(scored: ScoredForm) -> bool:
    """Whether a score is missing beside its weight, so that the sum is not the whole."""
    missing = {item.at for item in scored.items if item.weight and item.printed is None}
    if scored.execution is not None and execution_on_a_lower_line(scored):
        missing -= {scored.execution.at}
    return bool(missing)


def execution_on_a_lower_line(scored: ScoredForm) -> dict[str, int]:
    """Return the first score under the line of total funds, where that line has none itself."""
    if scored.execution is None or scored.execution.printed is not None:
        return {}
    for index, line in enumerate(scored.form.funds.lines[1:], 1):
        points = parse_points(line.score)
        if points is not None:
            return {money_cell(index, "score"): points}
    return {}
