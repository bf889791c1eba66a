"""An imported form laid over the one that is there: which cells change, which must stay."""

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from jiheng.model.form import Form
from jiheng.model.paths import value_at
from jiheng.web.forms.drawn import drawn_paths
from jiheng.web.forms.saving import CellChange
from jiheng.web.imports.names import plain

_ROW = re.compile(r"(indicators|funds\.lines|texts|goals)\[(\d+)\](.*)")
_FIXED = re.compile(
    r"(indicators\[\d+\]\.(target|weight)|funds\.lines\[\d+\]\.initial_budget|goals?(\[\d+\])?\.expected)"
)
"""What was approved; a file that says something else has to be looked at."""


class Merge(Struct, frozen=True, kw_only=True):
    """What an imported form would change.

    Attributes:
        changes: cells that may be written and differ.
        held: cells that differ and are locked.
        strange: rows of the imported form that the one that is there does not have.
    """

    changes: tuple[CellChange, ...]
    held: tuple[CellChange, ...]
    strange: tuple[str, ...]

    @property
    def is_plain(self) -> bool:
        """Whether everything that the file says can be written."""
        return not self.held and not self.strange


def merge(there: Form, imported: Form, writable: frozenset[str]) -> Merge:
    """Return what becomes of the cells of the form that is there.

    Rows are the same where their names are; a cell that the file leaves blank changes nothing.
    """
    changes: list[CellChange] = []
    held: list[CellChange] = []
    partner = _partners(there, imported)
    for path in drawn_paths(there):
        other = _there_called(path, partner)
        new = value_at(imported, other) if other else None
        if not isinstance(new, str) or _same(value_at(there, path), new):
            continue
        if path in writable:
            changes.append(CellChange(path=path, new=new))
        elif _FIXED.fullmatch(path):
            held.append(CellChange(path=path, new=new))
    return Merge(changes=tuple(changes), held=tuple(held), strange=_strange(imported, partner))


def _partners(there: Form, imported: Form) -> dict[str, dict[int, int]]:
    """Return for each block which of its rows is which row of the imported form."""
    return {
        "indicators": _pairs(
            [plain(row.name) for row in there.indicators],
            [plain(row.name) for row in imported.indicators],
        ),
        "funds.lines": _pairs(
            [plain(line.label) for line in there.funds.lines],
            [plain(line.label) for line in imported.funds.lines],
        ),
        "texts": _pairs(
            [plain(each.label) for each in there.texts],
            [plain(each.label) for each in imported.texts],
        ),
        "goals": {at: at for at in range(min(len(there.goals), len(imported.goals)))},
    }


def _pairs(names: list[str], others: list[str]) -> dict[int, int]:
    """Pair equal names, those that stand twice in their order."""
    free = list(enumerate(others))
    pairs: dict[int, int] = {}
    for at, name in enumerate(names):
        found = next((each for each in free if each[1] == name), None)
        if found is not None:
            free.remove(found)
            pairs[at] = found[0]
    return pairs


def _there_called(path: str, partner: dict[str, dict[int, int]]) -> str | None:
    """Return the path of the same cell in the imported form."""
    row = _ROW.fullmatch(path)
    if row is None:
        return path
    at = partner[row[1]].get(int(row[2]))
    return None if at is None else f"{row[1]}[{at}]{row[3]}"


def _strange(imported: Form, partner: dict[str, dict[int, int]]) -> tuple[str, ...]:
    known = set(partner["indicators"].values())
    return tuple(row.name for at, row in enumerate(imported.indicators) if at not in known)


def _same(one: object, other: str) -> bool:
    return isinstance(one, str) and list(_words(one)) == list(_words(other))


def _words(text: str) -> Iterator[str]:
    return iter("".join(unicodedata.normalize("NFKC", text).split()))
