"""Whether all rows of a form were seen: without those cut off its sums cannot hold."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.model.document import SURE, Document
from jiheng.model.form import Doubt, Form
from jiheng.model.paths import WHOLE_FORM
from jiheng.readers.recognise.sums import number_at, number_of, weights_of
from jiheng.rulebook.headings import is_heading

_FULL = Fraction(100)

_BETWEEN = " | "
"""Between texts of several cells."""


def doubts_of_whole(form: Form, document: Document) -> tuple[Doubt, ...]:
    """Return a doubt where rows or columns of a recognised form may not have been seen.

    Its weights stay below the whole that it prints, or below 100; its rows have scores, and no row
    has their total; or a label or heading could not be read, below which numbers may stand. What is
    typed is whole: there the audit says that sums do not hold.
    """
    if not _is_recognised(document):
        return ()
    if _falls_short(form) or _ends_early(form):
        return (Doubt(at=WHOLE_FORM, text="", reason="missing-rows"),)
    unread = tuple(_unread(form, document))
    return (Doubt(at=WHOLE_FORM, text=_BETWEEN.join(unread), reason="ocr"),) if unread else ()


def _is_recognised(document: Document) -> bool:
    """Whether its text was recognised in pictures, which pages of other files may be as well."""
    return document.format == "image" or any(
        cell.candidates for grid in document.grids for cell in grid.cells
    )


def _unread(form: Form, document: Document) -> Iterator[str]:
    """Yield what stands in the form's tables, is in no field, and was not surely read."""
    fields = {(cell.table, cell.row, cell.column) for cell in form.cells.values()}
    tables = {table for table, _, _ in fields}
    for table, grid in enumerate(document.grids):
        for cell in grid.cells if table in tables else ():
            is_field = (table, cell.row, cell.column) in fields
            if cell.text and cell.confidence < SURE and not is_field and not is_heading(cell.text):
                yield cell.text


def _falls_short(form: Form) -> bool:
    weights = [number_at(form, path) for path in weights_of(form)]
    whole = number_of(form.total.weight) or _FULL
    return bool(weights) and sum(weight or 0 for weight in weights) < whole


def _ends_early(form: Form) -> bool:
    has_scores = any(row.score is not None for row in form.indicators)
    return (form.total.score is None) == has_scores
