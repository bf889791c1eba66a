"""What the weights of a form should add up to, and whether its template leaves room for that."""

from jiheng.audit.headings import Heading, headings_of
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


def points_are_the_templates(scored: ScoredForm) -> bool:
    """Whether the points in the headings are those that the empty form prints."""
    layout = layout_of(scored.form)
    blocks = headings_of(scored)
    return (
        layout is not None
        and bool(layout.headings)
        and all(_template_points(layout, block) == block.points for block in blocks)
    )


def template_is_wrong(scored: ScoredForm) -> bool:
    """Whether the empty form itself prints headings that cannot add up to full marks."""
    layout = layout_of(scored.form)
    if layout is None or not points_are_the_templates(scored):
        return False
    printed = sum(parse_points(points) or 0 for points in layout.headings.values())
    execution = parse_points(layout.heading_weight) or execution_weight(scored.form) or 0
    return printed + execution != full_marks(scored)


def _template_points(layout: Layout, block: Heading) -> int | None:
    points = layout.headings.get(block.meant) or layout.headings.get(block.printed)
    return parse_points(points)
