"""The same scoring as formulas of a spreadsheet that LibreOffice works out."""

import csv
import re
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from benchmarks.corpus.rules import Column, Scoring
from jiheng.corpus.coded.batches import Batch
from jiheng.corpus.coded.coding import BASES
from jiheng.rulebook.pack import MoneyBase
from jiheng.scoring.kernels.forms import UNKNOWN, Budgets, Readings
from jiheng.scoring.rules import Rules

_THIS, _NEXT = "{this}", "{next}"
"""What stands in a formula for the number of its row, and of the row after."""
_RESULT = re.compile(rb"</f><v>[^<]*</v>")
_PATIENCE = 480


class Cell:
    """A formula, put together from what Python's signs stand for.

    Example:
        >>> print((Cell("A") * 2 + 1) // Cell("B"))
        INT(((A*2)+1)/B)
    """

    __hash__ = None  # type: ignore[assignment]  two formulas that are equal make a third

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text


def _between(sign: str) -> Callable[[object, object], Cell]:
    return lambda one, other: Cell(f"({one}{sign}{other})")


def _called(name: str, sign: str = ",") -> Callable[[object, object], Cell]:
    return lambda one, other: Cell(f"{name}({one}{sign}{other})")


_SIGNS = {
    **{f"__{name}__": _between(sign) for name, sign in (("add", "+"), ("sub", "-"), ("mul", "*"))},
    **{f"__{name}__": _between(sign) for name, sign in (("lt", "<"), ("le", "<="), ("eq", "="))},
    **{f"__{name}__": _between(sign) for name, sign in (("gt", ">"), ("ge", ">="))},
    "__and__": _called("AND"),
    "__or__": _called("OR"),
    "__floordiv__": _called("INT", "/"),
    "__radd__": lambda one, other: Cell(f"({other}+{one})"),
    "__rmul__": lambda one, other: Cell(f"({other}*{one})"),
}
for _name, _sign in _SIGNS.items():
    setattr(Cell, _name, _sign)


class Sheet:
    """What a spreadsheet calls things; what is used more than once gets a column of its own.

    Args:
        columns: names of the columns that hold numbers.
    """

    def __init__(self, columns: tuple[str, ...]) -> None:
        self.given = tuple(self._place(at) for at in range(len(columns)))
        self.formulas: list[str] = []

    def where(self, asked: Column, yes: Column, no: Column) -> Cell:
        """Return one value or another."""
        return Cell(f"IF({asked},{yes},{no})")

    def least(self, one: Column, other: Column) -> Cell:
        """Return the smaller."""
        return Cell(f"MIN({one},{other})")

    def most(self, one: Column, other: Column) -> Cell:
        """Return the larger."""
        return Cell(f"MAX({one},{other})")

    def kept(self, value: Column) -> Cell:
        """Return the column that was made for a value."""
        self.formulas.append(f"={value}")
        return self._place(len(self.given) + len(self.formulas) - 1)

    def after(self, value: Cell) -> Cell:
        """Return the value of a column in the next row; a blank counts as 0."""
        return Cell(value.text.replace(_THIS, _NEXT))

    @staticmethod
    def _place(column: int) -> Cell:
        return Cell(xl_col_to_name(column) + _THIS)


def totals(batch: Batch, base: MoneyBase, rules: Rules) -> tuple[list[tuple[int, int]], float]:
    """Return lowest and highest total of each form, or UNKNOWN, and the seconds that it took.

    The seconds are those of opening the book, working it out and saving it, start included.
    """
    with TemporaryDirectory(prefix="jiheng-sheet-") as name:
        folder = Path(name)
        (folder / "forms.xlsx").write_bytes(_book(batch, base, rules))
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        began = perf_counter()
        subprocess.run(
            [*command, "--convert-to", "csv", "--outdir", name, str(folder / "forms.xlsx")],
            check=True,
            capture_output=True,
            timeout=_PATIENCE,
        )
        seconds = perf_counter() - began
        with (folder / "forms.csv").open(encoding="utf-8", newline="") as file:
            return [(int(row[-2]), int(row[-1])) for row in csv.reader(file)], seconds


def _book(batch: Batch, base: MoneyBase, rules: Rules) -> bytes:
    """Return a book whose first sheet has a form a row, and the second a reading a row."""
    target = BytesIO()
    book = Workbook(target)
    forms, rows = book.add_worksheet("forms"), book.add_worksheet("rows")
    sheet = Sheet(Readings._fields)
    row, scoring = Readings(*sheet.given), Scoring(sheet, rules)
    sums = [
        sheet.kept(each)
        for each in (*scoring.row(row), *scoring.counts(row.weight, row.printed, row.more))
    ]
    _fill(rows, zip(*(column.tolist() for column in _arrays(batch.readings)), strict=True), sheet)
    sheet = Sheet((*Budgets._fields, *(f"sum{at}" for at in range(len(sums)))))
    money, scoring = Budgets(*sheet.given[: len(Budgets._fields)]), Scoring(sheet, rules)
    line = (*scoring.money(money), *scoring.counts(money.weight, money.printed, Cell("0")))
    low, high, scored, lost = (
        sheet.kept(one + other)
        for one, other in zip(line, sheet.given[len(Budgets._fields) :], strict=True)
    )
    for each in (low, high):
        sheet.kept(sheet.where((scored > 0) & (lost == 0), each, UNKNOWN))
    _fill(forms, _lines(batch, base, sums), sheet)
    book.close()
    return _without_results(target.getvalue())


def _arrays(columns: Readings | Budgets) -> Iterator[Any]:
    return iter(columns)


def _lines(batch: Batch, base: MoneyBase, sums: list[Cell]) -> Iterator[tuple[int | str, ...]]:
    """Yield each form's money line, and the sums of its rows as formulas."""
    columns = [column.tolist() for column in _arrays(batch.budgets[BASES.index(base)])]
    begins = (batch.begin + 1).tolist()
    for money, begin, end in zip(zip(*columns, strict=True), begins[:-1], begins[1:], strict=True):
        names = [cell.text.removesuffix(_THIS) for cell in sums]
        added = (f"=SUM(rows!{name}{begin}:{name}{end - 1})" for name in names)
        yield (*money, *(added if end > begin else ["0"] * len(names)))


def _fill(worksheet: Any, lines: Iterator[tuple[int | str, ...]], sheet: Sheet) -> None:  # noqa: ANN401  it has no type
    for at, line in enumerate(lines):
        formulas = (
            each.replace(_THIS, str(at + 1)).replace(_NEXT, str(at + 2)) for each in sheet.formulas
        )
        worksheet.write_row(at, 0, (*line, *formulas))


def _without_results(book: bytes) -> bytes:
    """Return a book whose formulas have no results, so that whoever opens it works them out."""
    target = BytesIO()
    with ZipFile(BytesIO(book)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, _RESULT.sub(b"</f>", old.read(part)))
    return target.getvalue()
