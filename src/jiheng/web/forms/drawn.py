"""The form as the official table, and the fields that stand in it."""

import re

from msgspec.structs import replace

from jiheng.model.form import Form, LabelledText
from jiheng.model.paths import is_field, value_at
from jiheng.rulebook.layouts import LAYOUT_IDS, FormRow, Layout, load_layout
from jiheng.web.forms.remembering import remembered
from jiheng.writers.layout import lay_out

NATIONAL = "national-2020"
_TEXTS = "texts."
_UNSCORED = re.compile(r"funds\.lines\[[1-9]\d*\]\.(weight|rate|score)")
"""Only the first line of the money is scored; the others print a dash there."""


def layout_of(form: Form) -> Layout:
    """Return the layout that a form is drawn in: its own, or the national one."""
    return load_layout(form.layout if form.layout in LAYOUT_IDS else NATIONAL)


@remembered
def drawn_paths(form: Form) -> tuple[str, ...]:
    """Return the fields that the form's own layout prints, each text or blank, in its order."""
    layout = layout_of(form)
    laid = lay_out(form, layout)
    lines = (line.field for line in (*layout.head_lines, *layout.tail_lines))
    paths = dict.fromkeys((*laid.paths.values(), *(path for path in lines if path)))
    return tuple(
        path
        for path in paths
        if is_field(form, path)
        and isinstance(value_at(form, path), str | None)
        and not (_UNSCORED.fullmatch(path) and value_at(form, path) is None)
    )


def with_texts(form: Form) -> Form:
    """Return the form with a place for each text that its layout prints, be it empty."""
    known = {each.label for each in form.texts}
    lacking = dict.fromkeys(label for label in _labels(layout_of(form)) if label not in known)
    new = tuple(LabelledText(label=label) for label in lacking)
    return replace(form, texts=(*form.texts, *new)) if new else form


@remembered
def shared(form: Form) -> dict[str, tuple[str, ...]]:
    """Return, for fields that stand together in one merged cell, all that are written with it."""
    places: dict[tuple[int, int], list[str]] = {}
    for path, place in lay_out(form, layout_of(form)).places.items():
        places.setdefault(place, []).append(path)
    return {paths[0]: _with_printed(form, paths) for paths in places.values()}


def planned_texts(form: Form) -> frozenset[str]:
    """Return the texts that are known when the year begins: those above the indicators."""
    layout = layout_of(form)
    others = layout.goal.others if layout.goal.actual is None else ()
    labels = {
        *_texts_in((*layout.head_rows, *layout.middle_rows)),
        *(other.label for other in others),
    }
    return frozenset(
        f"texts[{index}].text" for index, item in enumerate(form.texts) if item.label in labels
    )


def only_budgets(form: Form) -> frozenset[str]:
    """Return the budgets of a layout that prints but one: it is planned and adjusted in one."""
    roles = {column.role for column in layout_of(form).money_columns}
    if "initial_budget" in roles:
        return frozenset()
    return frozenset(
        f"funds.lines[{index}].adjusted_budget" for index in range(len(form.funds.lines))
    )


def _with_printed(form: Form, paths: list[str]) -> tuple[str, ...]:
    """These fields, and the heading as printed beside each of the headings as meant."""
    printed = (
        f"{path}_printed"
        for path in paths
        if path.endswith(".level1") and value_at(form, f"{path}_printed") is not None
    )
    return (*paths, *printed)


def _labels(layout: Layout) -> tuple[str, ...]:
    rows = (*layout.head_rows, *layout.middle_rows, *layout.tail_rows)
    return (*_texts_in(rows), *(other.label for other in layout.goal.others))


def _texts_in(rows: tuple[FormRow, ...]) -> tuple[str, ...]:
    fields = (cell.field or "" for row in rows for cell in row)
    return tuple(field.removeprefix(_TEXTS) for field in fields if field.startswith(_TEXTS))
