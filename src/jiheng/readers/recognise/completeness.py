"""Whether all rows and headings of a form were seen: without them its numbers are not sure."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import inf

from jiheng.model.document import SURE, Document, Grid
from jiheng.model.form import Doubt, Form
from jiheng.model.paths import WHOLE_FORM
from jiheng.readers.recognise.cutting import is_cut_amiss
from jiheng.readers.recognise.sums import ends_early, falls_short, number_of
from jiheng.rulebook.headings import headings, is_heading, without_blanks

_SEVERAL = 2
"""So many headings make a row of headings."""

_HEADING_ROWS = 2
"""What is higher is the label of a block at its side."""

_NUMBERS = ("_budget", ".executed", ".weight", ".score")
"""How the paths of fields end that hold numbers and nothing else."""

_IN_COLUMNS = ("funds.lines[", "indicators[")
"""Fields that stand below headings."""

_BETWEEN = " | "
"""Between texts of several cells."""


def doubts_of_whole(form: Form, document: Document) -> tuple[Doubt, ...]:
    """Return doubts where rows, columns or headings of a form may not have been seen.

    All that stands below a row of headings is in doubt where one of them was not read: columns may
    have changed places. The form as a whole is where rows or columns may be missing. That is always
    so where a table has no ruling lines, and in pictures where something is lacking. Its weights
    stay below the whole that it prints, or below 100; its rows have scores, and no row
    has their total; or a label or heading could not be read, below which numbers may stand. So it
    is where a text was not cut where its rows end. What else is typed is whole: there the audit
    says that sums do not hold.
    """
    tables = {cell.table for cell in form.cells.values()}
    if any(grid.guessed for at, grid in enumerate(document.grids) if at in tables):
        return (Doubt(at=WHOLE_FORM, text="", reason="missing-rows"),)
    if document.format == "text" and is_cut_amiss(form):
        return (Doubt(at=WHOLE_FORM, text="", reason="missing-rows"),)
    if not _is_recognised(document):
        return ()
    known = {doubt.at for doubt in form.doubts}
    found = {doubt.at: doubt for doubt in (*_not_numbers(form), *_not_joined(form))}
    found |= {doubt.at: doubt for doubt in _below_unread_headings(form, document)}
    fields = tuple(doubt for at, doubt in found.items() if at not in known)
    if falls_short(form) or ends_early(form):
        return (*fields, Doubt(at=WHOLE_FORM, text="", reason="missing-rows"))
    unread = tuple(_unread(form, document))
    if not unread:
        return fields
    return (*fields, Doubt(at=WHOLE_FORM, text=_BETWEEN.join(unread), reason="ocr"))


def _is_recognised(document: Document) -> bool:
    """Whether its text was recognised in pictures, which pages of other files may be as well."""
    return document.format == "image" or any(grid.recognised for grid in document.grids)


def _unread(form: Form, document: Document) -> Iterator[str]:
    """Yield what stands in the form's tables, is in no field, and was not surely read."""
    fields = {(cell.table, cell.row, cell.column) for cell in form.cells.values()}
    tables = {table for table, _, _ in fields}
    for table, grid in enumerate(document.grids):
        for cell in grid.cells if table in tables else ():
            is_field = (table, cell.row, cell.column) in fields
            if cell.text and cell.confidence < SURE and not is_field and not is_heading(cell.text):
                yield cell.text


def _not_numbers(form: Form) -> Iterator[Doubt]:
    """Yield a doubt of each number that holds other signs as well, a minus among them."""
    for path, cell in form.cells.items():
        is_number = "-" not in cell.text and number_of(cell.text) is not None
        if path.endswith(_NUMBERS) and _has_digits(cell.text) and not is_number:
            yield Doubt(at=path, text=cell.text, reason="ocr")


def _not_joined(form: Form) -> Iterator[Doubt]:
    """Yield doubts of a sign or nature that is none, and of a target that lacks it or its unit."""
    known = {"", *headings().signs, *headings().natures}
    for index, row in enumerate(form.indicators):
        is_known = without_blanks(row.nature or "") in known
        target = row.target or ""
        is_whole = not _has_digits(target) or target.endswith(row.unit or "")
        doubtful = {"nature": not is_known, "target": not (is_known and is_whole)}
        for role, is_so in doubtful.items():
            at = f"indicators[{index}].{role}"
            if is_so and at in form.cells:
                yield Doubt(at=at, text=form.cells[at].text, reason="ocr")


def _has_digits(text: str) -> bool:
    return any(map(str.isdigit, text))


def _below_unread_headings(form: Form, document: Document) -> Iterator[Doubt]:
    """Yield a doubt of each field below headings of which one was not read."""
    for table, grid in enumerate(document.grids):
        own = {
            path: cell
            for path, cell in form.cells.items()
            if cell.table == table and path.startswith(_IN_COLUMNS)
        }
        filled = {cell.row for cell in own.values()}
        rows = [row for row in _headings(grid) if row not in filled]
        unread = _with_unread(grid)
        for row, end in pairwise((*rows, inf)):
            if row in unread:
                for path, cell in own.items():
                    if row < (cell.row or 0) < end:
                        yield Doubt(at=path, text=cell.text, reason="ocr")


def _headings(grid: Grid) -> list[int]:
    """Return the rows that have several headings."""
    counted = Counter(cell.row for cell in grid.cells if is_heading(cell.text))
    return sorted(row for row, count in counted.items() if count >= _SEVERAL)


def _with_unread(grid: Grid) -> frozenset[int]:
    """Return the rows in which something was not surely read that is no heading."""
    return frozenset(
        cell.row
        for cell in grid.cells
        if cell.confidence < SURE and cell.row_span <= _HEADING_ROWS and not is_heading(cell.text)
    )
