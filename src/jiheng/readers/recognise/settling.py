"""Numbers that were not surely recognised, settled by what the form's numbers say of one another.

Only what the picture itself shows as possible is ever taken, and a number that was surely read is
never changed: a form whose own sums are wrong stays wrong.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod
from typing import NamedTuple

from msgspec.structs import replace

from jiheng.model.document import SURE, Block, Candidate, Document, Grid, GridCell
from jiheng.model.form import Cell, Form
from jiheng.model.paths import value_at
from jiheng.readers.recognise.sums import Bound, Relation, number_at, number_of, relations_of

_POSSIBLE = 0.05
"""What the picture shows as less likely than this is not asked for."""

_MOST = 4096
"""So many choices are tried at most."""

Place = tuple[int, int, int]
"""Table, row and column."""

Choice = dict[Place, str]


class _Open(NamedTuple):
    """A number that may be several: its place, the fields read from it, what it may be."""

    place: Place
    paths: tuple[str, ...]
    candidates: tuple[Candidate, ...]


def settled(document: Document, forms: Iterable[Form]) -> Document:
    """Return the document with the numbers in it that the sums of its forms leave no choice about.

    Args:
        document: with what its recognised numbers may be.
        forms: as they were read from it.
    """
    if not any(cell.candidates for grid in document.grids for cell in grid.cells):
        return document
    chosen: Choice = {}
    for form in forms:
        chosen |= _chosen(form, _open_cells(document, form))
    return _with(document, chosen) if chosen else document


def candidates_in(document: Document) -> dict[Place, tuple[str, ...]]:
    """Return what the numbers that were not surely recognised may be."""
    return {
        (table, cell.row, cell.column): tuple(each.text for each in _possible(cell))
        for table, grid in enumerate(document.grids)
        for cell in grid.cells
        if cell.candidates
    }


def _open_cells(document: Document, form: Form) -> tuple[_Open, ...]:
    """Return the numbers of a form that may be several."""
    cells = {
        (table, cell.row, cell.column): cell
        for table, grid in enumerate(document.grids)
        for cell in grid.cells
        if cell.confidence < SURE
    }
    paths: dict[Place, list[str]] = {}
    for path, place in form.cells.items():
        key = place_of(place)
        if key in cells and value_at(form, path) == cells[key].text:
            paths.setdefault(key, []).append(path)
    return tuple(
        _Open(key, tuple(fields), possible)
        for key, fields in paths.items()
        if len(possible := _possible(cells[key])) > 1
    )


def place_of(cell: Cell) -> Place:
    """Return which cell of the document a field was read from."""
    return (cell.table or 0, cell.row or 0, cell.column or 0)


def _possible(cell: GridCell) -> tuple[Candidate, ...]:
    return tuple(each for each in cell.candidates if each.chance >= _POSSIBLE)


def _chosen(form: Form, numbers: tuple[_Open, ...]) -> Choice:
    """Return the texts of those numbers that only one choice fits."""
    owner = {path: number for number in numbers for path in number.paths}
    known = [
        each
        for each in relations_of(form)
        if all(path in owner or number_at(form, path) is not None for path in each.paths)
    ]
    # That a score is no higher than its weight makes no number sure by itself.
    bounds = [each for each in known if isinstance(each, Bound)]
    found: Choice = {}
    for relations in _connected([each for each in known if each not in bounds], owner):
        fields = {path for each in relations for path in each.paths}
        beside = [each for each in bounds if fields.issuperset(owner.keys() & each.paths)]
        found |= _only(form, [*relations, *beside], owner) or {}
    return found


def _connected(relations: list[Relation], owner: Mapping[str, _Open]) -> Iterator[list[Relation]]:
    """Yield relations in groups that share no open number; those without one are left out."""
    groups: list[tuple[set[Place], list[Relation]]] = []
    for each in relations:
        places = {owner[path].place for path in each.paths if path in owner}
        if not places:
            continue
        touching = [group for group in groups if group[0] & places]
        groups = [group for group in groups if not group[0] & places]
        together = [other for group in touching for other in group[1]]
        groups.append((places.union(*(group[0] for group in touching)), [*together, each]))
    yield from (group for _, group in groups)


def _only(form: Form, relations: list[Relation], owner: Mapping[str, _Open]) -> Choice | None:
    """Return the one choice for which all relations hold; None where there are several or none."""
    fields = dict.fromkeys(path for each in relations for path in each.paths)
    numbers = list({owner[path].place: owner[path] for path in fields if path in owner}.values())
    if prod(len(number.candidates) for number in numbers) > _MOST:
        return None
    printed = {path: number_at(form, path) for path in fields}
    fitting: list[Choice] = []
    for picked in product(*(number.candidates for number in numbers)):
        choice = {number.place: each.text for number, each in zip(numbers, picked, strict=True)}
        read = {path: number_of(choice[n.place]) for n in numbers for path in n.paths}
        if all(each.holds(printed | read) for each in relations):
            fitting.append(choice)
    return fitting[0] if len(fitting) == 1 else None


def _with(document: Document, chosen: Choice) -> Document:
    """Return the document with these texts in their cells."""
    blocks: list[Block] = []
    table = 0
    for block in document.blocks:
        if isinstance(block, Grid):
            cells = tuple(
                _settled(cell, chosen.get((table, cell.row, cell.column))) for cell in block.cells
            )
            blocks.append(replace(block, cells=cells))
            table += 1
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _settled(cell: GridCell, text: str | None) -> GridCell:
    if text is None:
        return cell
    chance = next(each.chance for each in cell.candidates if each.text == text)
    return replace(cell, text=text, confidence=chance, settled=True)
