"""The form as the official table, and the fields that stand in it."""

from jiheng.model.form import Form
from jiheng.model.paths import value_at
from jiheng.rulebook.layouts import LAYOUT_IDS, load_layout
from jiheng.writers.layout import lay_out

NATIONAL = "national-2020"


def drawn_paths(form: Form) -> tuple[str, ...]:
    """Return the fields that the form's own layout prints, each text or blank, in its order."""
    layout = load_layout(form.layout if form.layout in LAYOUT_IDS else NATIONAL)
    laid = lay_out(form, layout)
    lines = (line.field for line in (*layout.head_lines, *layout.tail_lines))
    paths = dict.fromkeys((*laid.paths.values(), *(path for path in lines if path)))
    return tuple(path for path in paths if isinstance(value_at(form, path), str | None))
