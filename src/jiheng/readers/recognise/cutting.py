"""Whether a text was cut where its rows and cells end: so its numbers and its cells say."""

from collections import Counter

from jiheng.model.document import SURE
from jiheng.model.form import Form, Indicator
from jiheng.readers.recognise.content import LEVELS, kind_of
from jiheng.readers.recognise.sums import ends_early, falls_short, makes_total
from jiheng.rulebook.headings import column_role

_MOST_EMPTY, _MOST_MUDDLED = 0.5, 0.2
"""Of the rows: without points, and with cells too many."""

_ROW = 4
"""Cells that may be a row."""

_LABELS = LEVELS | {"side"}
_SECOND = {"level2", "both"}


def is_cut_amiss(form: Form) -> bool:
    """Whether a text was not cut where its rows and cells end: so its numbers and its cells say.

    Where every row has a line of its own and its cells are told apart by marks, nothing but the
    form itself can be amiss.
    """
    if not form.indicators or _holds_rows(form):
        return True
    if not _is_grouped_by_words(form):
        return False
    amiss = (falls_short, ends_early, _is_hollow, _is_muddled)
    return any(each(form) for each in amiss) or not makes_total(form)


def _is_muddled(form: Form) -> bool:
    """Whether headings stand where values do, or cells are too many in more than a few rows."""
    if any(_is_misplaced(row) for row in form.indicators):
        return True
    rows = {doubt.at.partition(".")[0] for doubt in form.doubts if doubt.reason == "surplus-cell"}
    many = sum(row.startswith("indicators[") for row in rows)
    return many > _MOST_MUDDLED * len(form.indicators)


def _is_misplaced(row: Indicator) -> bool:
    """Whether a heading is a value; a name may well be worded as a second level is."""
    values = [text for text in (row.target, row.actual) if text is not None]
    texts = [row.name, *values]
    return any(column_role(text) is not None for text in texts) or bool(
        {kind_of(text) for text in values} & _LABELS or kind_of(row.name) in _LABELS - _SECOND
    )


def _is_grouped_by_words(form: Form) -> bool:
    """Whether what cells say tells them apart, or which of several lines make a row."""
    if any(cell.confidence < SURE for cell in form.cells.values()):
        return True
    lines: dict[str, set[int | None]] = {}
    for path, cell in form.cells.items():
        if path.startswith("indicators[") and not path.endswith((".level1", ".level2")):
            lines.setdefault(path.partition(".")[0], set()).add(cell.line)
    return any(len(own) > 1 for own in lines.values())


def _holds_rows(form: Form) -> bool:
    """Whether so many cells of a row are too many that they may be another row."""
    surplus = Counter(doubt.at for doubt in form.doubts if doubt.reason == "surplus-cell")
    return any(count >= _ROW for count in surplus.values())


def _is_hollow(form: Form) -> bool:
    """Whether most rows are without the points that their columns hold."""
    rows = [f"indicators[{at}]" for at in range(len(form.indicators))]
    return sum(_is_empty(form, row) for row in rows) > _MOST_EMPTY * len(rows)


def _is_empty(form: Form, row: str) -> bool:
    paths = [f"{row}.{points}" for points in ("weight", "score")]
    return all(path in form.cells and not form.cells[path].text for path in paths)
