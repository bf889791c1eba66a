"""What a planter is, and what it leaves behind."""

from collections.abc import Callable
from random import Random

from msgspec import Struct

from jiheng.model.form import Form


class Planted(Struct, frozen=True, kw_only=True):
    """The forms of one run with a defect in them.

    Attributes:
        forms: as they are printed, the defect included.
        at: the planted cells: position of the form in the run, and path.
        also: codes of what the defect truly causes besides.
        cells: texts of whole cells that replace what the layout prints, by path, of the first form.
    """

    forms: tuple[Form, ...]
    at: tuple[tuple[int, str], ...]
    also: frozenset[str] = frozenset()
    cells: dict[str, str] = {}


class Defect(Struct, frozen=True, kw_only=True):
    """One form with a defect in it; attributes as in ``Planted``."""

    form: Form
    at: tuple[str, ...]
    also: frozenset[str] = frozenset()
    cells: dict[str, str] = {}


Plant = Callable[[tuple[Form, ...], Random], Planted | None]
Edit = Callable[[Form, Random], Defect | None]


class Planter(Struct, frozen=True, kw_only=True):
    """How the defect of one check comes into a clean form.

    Attributes:
        code: the check that looks for it.
        plant: returns None where the forms have no place for the defect.
        forms: how many forms it takes.
        formats: formats of documents in which the defect can be seen; None for all.
        pack: the rule pack by which it is a defect; None where the forms name their own.
    """

    code: str
    plant: Plant
    forms: int = 1
    formats: tuple[str, ...] | None = None
    pack: str | None = None


def in_one(
    code: str, edit: Edit, formats: tuple[str, ...] | None = None, pack: str | None = None
) -> Planter:
    """Return a planter that needs a single form."""

    def plant(forms: tuple[Form, ...], dice: Random) -> Planted | None:
        made = edit(forms[0], dice)
        if made is None:
            return None
        at = tuple((0, path) for path in made.at)
        return Planted(forms=(made.form,), at=at, also=made.also, cells=made.cells)

    return Planter(code=code, plant=plant, formats=formats, pack=pack)
