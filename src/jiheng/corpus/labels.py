"""The further texts that a layout asks for."""

from jiheng.rulebook.layouts import FormRow, Layout

_TEXTS = "texts."


def text_labels(layout: Layout) -> tuple[str, ...]:
    """Return the labels of the texts that have a place in the layout, from top to bottom."""
    held: dict[str, tuple[str, ...]] = {
        "head": _in_rows(layout.head_rows),
        "middle": _in_rows(layout.middle_rows),
        "goal": tuple(other.label for other in layout.goal.others),
        "tail": _in_rows(layout.tail_rows),
    }
    return tuple(label for block in layout.blocks for label in held.get(block, ()))


def _in_rows(rows: tuple[FormRow, ...]) -> tuple[str, ...]:
    fields = (cell.field or "" for row in rows for cell in row)
    return tuple(field.removeprefix(_TEXTS) for field in fields if field.startswith(_TEXTS))
