"""Build the files of examples/ from tools/examples/*.yaml: ``python tools/make_examples.py``."""

import sys
from pathlib import Path

from msgspec import Struct, structs, yaml

from jiheng.model.document import Grid
from jiheng.model.form import Form, Funds, Goal, Indicator, Project, Source, Total
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.text import write_text
from jiheng.writers.xlsx import write_xlsx

HERE = Path(__file__).parent
WRITERS = {".docx": write_docx, ".xlsx": write_xlsx, ".html": write_html, ".txt": write_text}


class Row(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One indicator, as its cells stand from left to right."""

    name: str
    weight: str
    target: str
    actual: str | None
    score: str
    reason: str | None = None


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """The indicators of one level-2 heading."""

    level2: str
    rows: tuple[Row, ...]


class Level(Struct, frozen=True, forbid_unknown_fields=True):
    """A level-1 heading; ``method`` holds for all its rows."""

    level1: str
    points: str
    parts: tuple[Part, ...]
    method: str | None = None


class ExampleForm(Struct, frozen=True, forbid_unknown_fields=True):
    """One form; what is wrong in it is wrong on purpose.

    Attributes:
        slipped: indicators whose values stand one cell too far right.
        found: codes of the errors and doubts that the checks find in it, in order.
    """

    title: str
    year: int
    project: Project
    funds: Funds
    goal: Goal
    levels: tuple[Level, ...]
    total: Total
    reporting_unit: str | None = None
    filled_on: str | None = None
    contact: str | None = None
    conclusion: str | None = None
    notes: tuple[str, ...] = ()
    slipped: tuple[int, ...] = ()
    found: tuple[str, ...] = ()


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """The forms of one file, and its name."""

    file: str
    layout: str
    forms: tuple[ExampleForm, ...]


def main(target: Path) -> None:
    """Write all example files into ``target``."""
    for source in sorted((HERE / "examples").glob("*.yaml")):
        example = read_example(source)
        laid = tuple(_laid_out(form, example.layout) for form in example.forms)
        write = WRITERS[Path(example.file).suffix]
        (target / example.file).write_bytes(write(*laid))


def read_example(path: Path) -> Example:
    """Return the forms that one YAML file describes."""
    return yaml.decode(path.read_bytes(), type=Example)


def to_form(draft: ExampleForm, layout: str) -> Form:
    """Return the form that a reader should get out of the file."""
    return Form(
        id="example-1",
        source=Source(path="", format="", part="", index=1, sha256=""),
        layout=layout,
        title=draft.title,
        year=draft.year,
        reporting_unit=draft.reporting_unit,
        filled_on=draft.filled_on,
        contact=draft.contact,
        project=draft.project,
        funds=draft.funds,
        goal=draft.goal,
        indicators=_indicators(draft.levels),
        total=draft.total,
        conclusion=draft.conclusion,
        notes=draft.notes,
    )


def _laid_out(draft: ExampleForm, layout: str) -> LaidOut:
    laid = lay_out(to_form(draft, layout), load_layout(layout))
    for index in draft.slipped:
        laid = _slip(laid, index)
    return laid


def _indicators(levels: tuple[Level, ...]) -> tuple[Indicator, ...]:
    return tuple(
        Indicator(
            level1=level.level1,
            level1_printed=level.level1,
            level1_points=level.points,
            level2=part.level2,
            name=row.name,
            weight=row.weight,
            target=row.target,
            actual=row.actual,
            score=row.score,
            reason=row.reason,
            method=level.method,
        )
        for level in levels
        for part in level.parts
        for row in part.rows
    )


def _slip(laid: LaidOut, index: int) -> LaidOut:
    """Move the values of a row one cell to the right; its last cell is empty beforehand."""
    row, name = laid.places[f"indicators[{index}].name"]
    values = [
        cell
        for cell in laid.grid.cells
        if cell.row == row and cell.column > name and cell.row_span == 1
    ]
    moved = dict(zip(values, ["", *(cell.text for cell in values)], strict=False))
    cells = tuple(
        structs.replace(cell, text=moved.get(cell, cell.text)) for cell in laid.grid.cells
    )
    return structs.replace(laid, grid=Grid(cells=cells))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "examples")
