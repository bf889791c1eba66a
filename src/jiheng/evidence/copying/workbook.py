"""Rows of a sheet, as its cells are stored: no digit is rounded away by a number format."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from jiheng.evidence.errors import BadSource
from jiheng.formats.errors import FormatError
from jiheng.formats.limits import MAX_FILE_BYTES, MEGABYTE, CellBudget
from jiheng.formats.package import Package
from jiheng.formats.relationships import main_part
from jiheng.formats.xlsx.names import names_of
from jiheng.formats.xlsx.sheet import Shared, cells_of, shown
from jiheng.formats.xlsx.workbook import Sheet, open_workbook
from jiheng.formats.xml import Element, parse_xml
from jiheng.rulebook.phrases import phrase, series
from jiheng.rulebook.telling import cause_of

_MOST_CELLS = 20_000_000


@contextmanager
def rows(path: Path, part: str | None) -> Generator[Iterator[list[str]]]:
    """Give the rows of one sheet, the first that is shown unless another is named.

    Raises:
        BadSource: it is no workbook, has no such sheet, or is too large to be read so.
    """
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            most = str(MAX_FILE_BYTES // MEGABYTE)
            raise BadSource(phrase("proof.workbook-large", path=path.name, most=most))
        with Package(path.read_bytes()) as package:
            main = main_part(package)
            if main.holds == "document":
                raise BadSource(phrase("proof.no-workbook", path=path.name))
            book = open_workbook(package, main.name)
            sheet = _sheet(book.sheets, part, path)
            root = parse_xml(package.read(sheet.part), sheet.part)
            shared = book.shared
            stored = Shared(shared.strings, shared.styles.as_stored(), CellBudget(_MOST_CELLS))
            yield _rows(root, sheet.part, stored)
    except OSError as error:
        raise BadSource(
            phrase("proof.source-unopened", path=path.name, cause=cause_of(error))
        ) from error
    except FormatError as error:
        told = phrase("proof.source-unopened", path=path.name, cause=error.told)
        raise BadSource(told) from error


def _sheet(sheets: tuple[Sheet, ...], part: str | None, path: Path) -> Sheet:
    named = [each for each in sheets if part is None or each.name == part]
    if not named:
        known = series(each.name for each in sheets)
        told = phrase("proof.no-sheet", path=path.name, sheet=part or "", known=known)
        raise BadSource(told)
    return named[0]


def _rows(root: Element, part: str, shared: Shared) -> Iterator[list[str]]:
    """Yield rows with something in them, from the first to the last; those between may be empty."""
    names = names_of(root, part)
    cells: list[str] = []
    last = 0
    for data in root.iterchildren(names("sheetData")):
        for (row, column), element in cells_of(data, names):
            if row != last:
                yield cells
                yield from ([] for _ in range(row - last - 1))
                cells, last = [], row
            shared.budget.spend(1)
            cells.extend("" for _ in range(column + 1 - len(cells)))
            cells[column] = shown(element, names, shared) or ""
    yield cells
