"""Sums: the total's weight and score, and the points in a first-level heading."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jiheng.writers.formulas.candidates import Candidate
from jiheng.writers.formulas.worksheet import Worksheet, plain, shown_decimals
from jiheng.writers.layout.formula import Area, Formula

# On one line and short: Excel takes no words of more than 255 signs into a formula.
_POINTS = re.compile(
    r"([ -~\u00a0-\ud7ff\uf900-\uffef]{0,80}[(（])(\d{1,4}(?:\.\d{1,2})?)(分[)）])"
)


def sums(sheet: Worksheet) -> Iterator[Candidate]:
    """Yield the total's weight and score: the rate's and those of all indicators."""
    if sheet.scored.pack.total_ceilings is not None:
        # What the rate allows the total to be is no sum.
        return
    for role in ("weight", "score"):
        place, areas = sheet.place(f"total.{role}"), _areas(sheet, role)
        if place is None or not areas:
            continue
        names = ",".join(f"{{{number}}}" for number in range(len(areas)))
        numbers = sheet.numbers_in(areas)
        formula = Formula(
            pattern=f'IF(COUNT({names})=0,"",ROUND(SUM({names}),2))',
            areas=areas,
            shows=plain(sum(numbers, Decimal())) if numbers else "",
            decimals=_decimals(sheet.text_at(place)),
        )
        yield Candidate(place=place, formula=formula)


def _decimals(printed: str) -> int | None:
    return shown_decimals(printed) if printed.replace(".", "", 1).isdecimal() else None


def _areas(sheet: Worksheet, role: str) -> tuple[Area, ...]:
    """Return the cell of the money line and the column of the indicators."""
    column = sheet.column("weight" if role == "weight" else "score")
    body = sheet.laid.body
    if column is None or body is None:
        return ()
    first, last = body
    rows: Area = ((first, column), (last, column))
    money = f"funds.lines[0].{role}"
    return (rows,) if sheet.place(money) is None else (sheet.area(money), rows)


def heading_points(sheet: Worksheet) -> Iterator[Candidate]:
    """Yield the points in headings such as 产出指标 (50分): the weights of the rows beside."""
    column, weights = sheet.column("level1"), sheet.column("weight")
    if column is None or weights is None or sheet.laid.body is None:
        return
    first, last = sheet.laid.body
    for cell in sheet.cells_in(((first, column), (last, column))):
        found = _POINTS.fullmatch(cell.text)
        area: Area = ((cell.row, weights), (cell.row + cell.row_span - 1, weights))
        numbers = sheet.numbers_in((area,))
        if found is None or not numbers:
            continue
        formula = Formula(
            pattern=f"{_quoted(found[1])}&ROUND(SUM({{0}}),2)&{_quoted(found[3])}",
            areas=(area,),
            shows=f"{found[1]}{plain(sum(numbers, Decimal()))}{found[3]}",
            kind="words",
        )
        yield Candidate(place=(cell.row, cell.column), formula=formula)


def _quoted(text: str) -> str:
    """Return text as a formula holds it; braces are doubled, as in every pattern."""
    doubled = text.replace('"', '""').replace("{", "{{").replace("}", "}}")
    return f'"{doubled}"'
