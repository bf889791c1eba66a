"""Invented departments, units, projects, scores and budgets of made-up forms."""

import numpy as np
from numpy.random import Generator

from jiheng.corpus.coded.batches import Array, Facts, Texts, frozen
from jiheng.corpus.sectors import SECTORS, load_sector, wording
from jiheng.rulebook.loading import load_pack

_OFFICES = 25
"""Units of one kind in a region."""
_PHASES = 40
_YUAN = 100
_SMALLEST = 10_000 * _YUAN
_GRADES_BY = "cn-2020-10"


def made_facts(
    pattern: Facts, picked: Array, ids: tuple[str, ...], region: str, dice: Generator
) -> Facts:
    """Return what forms are grouped by.

    Args:
        pattern: facts of the forms that are multiplied.
        picked: which of them each form comes from.
        ids: of the forms.
        region: where they are.
        dice: of the rest.
    """
    size, place = len(picked), _place(region)
    sectors = [load_sector(name) for name in SECTORS]
    sector = np.array([SECTORS.index(name) for name in pattern.sector.words], "i4")
    of = sector[pattern.sector.codes[picked]]
    total = _totals(pattern.total[picked], dice)
    return Facts(
        ids=Texts(frozen(np.arange(size, dtype="i4")), ids),
        department=Texts(frozen(of), tuple(place + each.bureau for each in sectors)),
        unit=_named(of, [each.units for each in sectors], dice, (place + "第{}", _OFFICES)),
        project=_named(of, [each.projects for each in sectors], dice, ("第{}期", _PHASES)),
        sector=Texts(frozen(of), SECTORS),
        pack=_of(pattern.pack, picked),
        grade=_grades(total, pattern.grade.codes[picked] >= 0),
        total=frozen(total),
        amount=frozen(_amounts(size, dice)),
    )


def _place(region: str) -> str:
    """Return an invented place for the code of a region."""
    places = wording().places
    number = int(region) // 100
    return places[number % len(places)]


def _of(texts: Texts, picked: Array) -> Texts:
    return Texts(frozen(texts.codes[picked]), texts.words)


def _named(
    of: Array, names: list[tuple[str, ...]], dice: Generator, numbered: tuple[str, int]
) -> Texts:
    """Return a name of each form's sector, with a number before it."""
    before, numbers = numbered
    words = [
        before.format(number) + name
        for each in names
        for name in each
        for number in range(1, numbers + 1)
    ]
    sizes = np.array([len(each) * numbers for each in names])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    codes = starts[of] + dice.integers(0, 2**31, len(of)) % sizes[of]
    return Texts(frozen(codes.astype("i4")), tuple(words))


def _totals(printed: Array, dice: Generator) -> Array:
    """Return printed totals near those of the patterns, in tenths of a point."""
    moved = (printed + 10 * dice.integers(-30, 15, len(printed))).clip(0, 100_00)
    return np.where(printed < 0, printed, moved)


def _grades(total: Array, is_printed: Array) -> Texts:
    grades = sorted(load_pack(_GRADES_BY).grades.value, key=lambda grade: grade.at_least)
    ends = np.array([grade.at_least for grade in grades])
    codes = np.searchsorted(ends, total, side="right") - 1
    blank = ~is_printed | (total < 0)
    return Texts(
        frozen(np.where(blank, -1, codes).astype("i4")), tuple(grade.name for grade in grades)
    )


def _amounts(size: int, dice: Generator) -> Array:
    """Return budgets from ten thousand yuan on, most small and a few very large."""
    tens = 10 ** dice.integers(0, 4, size)
    return dice.integers(1, 100, size) * tens * _SMALLEST
