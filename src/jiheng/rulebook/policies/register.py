"""The register's entries, read once; each value with its source."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from jiheng.model.citation import Citation

_FILES = ("resident_pensions.yaml",)


class Document(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a document is known to set.

    Attributes:
        number: 发文字号, with 〔〕 round the year.
        places: where it holds; () for everywhere.
        raised_to: amounts in yuan that a standard is raised to.
        raised_from: what it was before.
        increases: amounts in yuan by which something is raised.
        shares: by which the levels of government bear it, from the highest.
    """

    number: str
    places: tuple[str, ...] = ()
    raised_to: tuple[int, ...] = ()
    raised_from: int | None = None
    increases: tuple[int, ...] = ()
    shares: tuple[int, ...] = ()
    source: Citation


class Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A standard from one year on."""

    year: int
    yuan: int
    source: Citation


class Addition(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What some people get on top of a standard."""

    people: str
    yuan: int
    source: Citation


class Standard(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An amount that changes with the years.

    Attributes:
        words: all of them stand in a form that speaks of it.
        steps: from the earliest on.
    """

    name: str
    words: tuple[str, ...]
    places: tuple[str, ...] = ()
    steps: tuple[Step, ...]
    additions: tuple[Addition, ...] = ()

    def in_year(self, year: int) -> Step | None:
        """Return the step that holds in a year, or None before the first."""
        return next((step for step in reversed(self.steps) if step.year <= year), None)


class Plausible(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Between which amounts in yuan one person's share of a sum lies.

    Attributes:
        project: all of these words stand in the project's name.
        quantity: the word in the name of the sum.
    """

    name: str
    project: tuple[str, ...]
    quantity: str
    least: int
    most: int
    source: Citation


class _Register(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    documents: tuple[Document, ...] = ()
    standards: tuple[Standard, ...] = ()
    plausible: tuple[Plausible, ...] = ()


@cache
def _registers() -> tuple[_Register, ...]:
    folder = files("jiheng.rulebook") / "policies"
    return tuple(
        msgspec.yaml.decode(folder.joinpath(name).read_bytes(), type=_Register) for name in _FILES
    )


@cache
def documents(places: tuple[str, ...]) -> tuple[Document, ...]:
    """Return the documents that hold in one of the places."""
    every = (entry for register in _registers() for entry in register.documents)
    return tuple(entry for entry in every if _holds(entry.places, places))


@cache
def standards(places: tuple[str, ...]) -> tuple[Standard, ...]:
    """Return the standards that hold in one of the places."""
    every = (entry for register in _registers() for entry in register.standards)
    return tuple(entry for entry in every if _holds(entry.places, places))


@cache
def plausible() -> tuple[Plausible, ...]:
    """Return what one person's share of a sum may be."""
    return tuple(entry for register in _registers() for entry in register.plausible)


def _holds(own: tuple[str, ...], places: tuple[str, ...]) -> bool:
    return not own or not set(own).isdisjoint(places)
