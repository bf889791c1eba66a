"""What the weights of a form should add up to, and whether its template leaves room for that."""

from jiheng.audit.facts.headings import Heading, headings_of
from jiheng.model.form import Form
from jiheng.model.points import parse_points
from jiheng.rulebook.layouts import LAYOUT_IDS, Layout, load_layout
from jiheng.scoring.scored import ScoredForm

FULL_MARKS = 100_00


def full_marks(scored: ScoredForm) -> int:
    """Return what all weights of a form add up to, in 1/100 point."""
    weights = scored.pack.weights
    return FULL_MARKS if weights is None else weights.value.total


def execution_weight(form: Form) -> int | None:
    """Return the points for budget execution, from its row or else from the column's heading."""
    line = form.total_line
    printed = parse_points(line.weight) if line else None
    return printed if printed is not None else parse_points(form.funds.heading_weight)


def layout_of(form: Form) -> Layout | None:
    """Return the official form that this one was recognised as, or None."""
    return load_layout(form.layout) if form.layout in LAYOUT_IDS else None


def template_is_wrong(scored: ScoredForm) -> bool:
    """Whether it is the empty form that prints headings which cannot add up to full marks."""
    return _template_cannot_add_up(scored) or _headings_forget_execution(scored)


def _template_cannot_add_up(scored: ScoredForm) -> bool:
    layout = layout_of(scored.form)
    if layout is None or not layout.headings:
        return False
    if any(_template_points(layout, block) != block.points for block in headings_of(scored)):
        return False
    printed = sum(parse_points(points) or 0 for points in layout.headings.values())
    execution = parse_points(layout.heading_weight) or execution_weight(scored.form) or 0
    return printed + execution != full_marks(scored)


def _headings_forget_execution(scored: ScoredForm) -> bool:
    """Whether the headings alone are full marks, while the rows leave room for execution.

    A unit that shares out its points with care did not print such headings: its template did.
    """
    blocks, execution = headings_of(scored), execution_weight(scored.form)
    if not execution or any(block.points is None for block in blocks):
        return False
    full = full_marks(scored)
    headings = sum(block.points or 0 for block in blocks)
    return headings == full and sum(block.weight for block in blocks) + execution == full


def _template_points(layout: Layout, block: Heading) -> int | None:
    points = layout.headings.get(block.meant) or layout.headings.get(block.printed)
    return parse_points(points)
