"""Clean forms → documents with one planted defect, and where it is: ``plantings``."""

from collections.abc import Iterator
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from jiheng.corpus.damage.each import with_texts
from jiheng.corpus.damage.kind import ALL, Damage
from jiheng.corpus.documents import SUFFIXES, Manner, Specimen, specimen
from jiheng.corpus.generator import sample
from jiheng.corpus.piece import Piece
from jiheng.corpus.planting.planter import Planted, Planter
from jiheng.corpus.printed import as_printed
from jiheng.model.form import Form
from jiheng.rulebook.layouts import Layout, all_layouts, load_layout

JUDGED = frozenset({"self-evaluation", "department", "transfer"})
"""Kinds of form that have values of their own to judge."""

_TRIES = 400
_ODD = 1_000_003


class Place(Struct, frozen=True, kw_only=True):
    """A cell of a document.

    Attributes:
        document: its name.
    """

    document: str
    cell: str


class Truth(Struct, frozen=True, kw_only=True):
    """One planted defect.

    Attributes:
        code: the check that looks for it.
        at: the planted cells.
        also: codes of what it truly causes besides.
        pack: the rule pack by which it is a defect; None where the forms name their own.
    """

    code: str
    at: tuple[Place, ...]
    also: tuple[str, ...]
    pack: str | None = None


class Planting(Struct, frozen=True, kw_only=True):
    """The documents of one run with one defect.

    Attributes:
        clean: the same documents without the defect.
    """

    truth: Truth
    documents: tuple[Specimen, ...]
    clean: tuple[Specimen, ...]


class NoPlace(ValueError):
    """No made-up form has a place for the defect."""


def judged_layouts() -> tuple[Layout, ...]:
    """Return the layouts whose forms hold targets with their results."""
    return tuple(
        layout
        for layout in all_layouts()
        if layout.kind in JUDGED and {"target", "actual"} <= set(layout.column_roles)
    )


def clean_forms(count: int, seed: int, layout: Layout) -> tuple[Form, ...]:
    """Return forms of a layout that agree in themselves and with their rules."""
    return tuple(sample(count, seed, layout.id, tidy=True))


def plantings(
    planters: tuple[Planter, ...],
    count: int,
    seed: int,
    kinds: tuple[str, ...] = tuple(SUFFIXES),
    layouts: tuple[Layout, ...] | None = None,
) -> Iterator[Planting]:
    """Yield so many plantings: the planters in turn, and with every turn another layout and format.

    Args:
        planters: whose defects.
        count: how many.
        seed: of the dice.
        kinds: formats of the documents.
        layouts: of the forms; None takes all that hold values to judge.

    Raises:
        NoPlace: a planter found no form that its defect fits.
    """
    for number in range(count):
        yield planting(planters[number % len(planters)], number, seed, kinds, layouts)


def planting(
    planter: Planter,
    number: int,
    seed: int,
    kinds: tuple[str, ...] = tuple(SUFFIXES),
    layouts: tuple[Layout, ...] | None = None,
) -> Planting:
    """Return the planting of this number; the same arguments give the same documents.

    Raises:
        NoPlace: no form has a place for the defect.
    """
    held = layouts or judged_layouts()
    fitting = tuple(kind for kind in kinds if planter.formats is None or kind in planter.formats)
    for attempt in range(_TRIES):
        own = (seed * _ODD + number) * _TRIES + attempt
        dice = Random(own)
        clean = clean_forms(planter.forms, own, held[(own // _TRIES + attempt) % len(held)])
        planted = planter.plant(clean, dice)
        if planted is not None and fitting:
            manner = Manner(kind=dice.choice(fitting), damage=_edit(planter.code, planted.cells))
            return _planting(planter, planted, clean, manner, number)
    raise NoPlace(planter.code)


def _planting(
    planter: Planter, planted: Planted, clean: tuple[Form, ...], manner: Manner, number: int
) -> Planting:
    forms = tuple(as_printed(form, load_layout(form.layout or "")) for form in planted.forms)
    documents = tuple(
        specimen((form,), manner, number * 10 + at + 1, Random(0)) for at, form in enumerate(forms)
    )
    sound = Manner(kind=manner.kind)
    return Planting(
        truth=Truth(
            code=planter.code,
            at=tuple(Place(document=documents[at].name, cell=path) for at, path in planted.at),
            also=tuple(sorted(planted.also)),
            pack=planter.pack,
        ),
        documents=documents,
        clean=tuple(
            specimen((form,), sound, number * 10 + at + 1, Random(0))
            for at, form in enumerate(clean)
        ),
    )


def _edit(code: str, cells: dict[str, str]) -> Damage:
    """Return the last step of a planting as an edit of cells, named by the check."""

    def edit(pieces: tuple[Piece, ...], _dice: Random) -> tuple[Piece, ...]:
        return tuple(
            replace(
                piece,
                laid=with_texts(
                    piece.laid, {piece.laid.places[path]: text for path, text in cells.items()}
                ),
            )
            for piece in pieces
        )

    return Damage(name=code, edits="cells", formats=ALL, edit=edit)
