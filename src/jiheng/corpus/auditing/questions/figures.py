"""Questions about forms of different units that report the same figures in several rows."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from jiheng.corpus.auditing.copies.banding import Pairs
from jiheng.corpus.auditing.copies.joining import Groups
from jiheng.corpus.auditing.questions.question import Member, Question, question
from jiheng.corpus.auditing.questions.register import Numbers, Register, grouped, words_of
from jiheng.corpus.auditing.tables import FIGURES, read_table
from jiheng.rulebook.corpus_limits import CorpusLimits

_HALF = 32
_LOW = (1 << _HALF) - 1


class _Figures:
    """The figures of all forms; two rows of one code have the same name and value."""

    def __init__(self, folder: Path, register: Register) -> None:
        compute: Any = import_module("pyarrow.compute")
        table: Any = read_table(folder, FIGURES, "form", "at", "name", "value")
        name, value = table.column("name"), table.column("value")
        self.codes, self.words = words_of(compute.binary_join_element_wise(name, value, " "))
        self.forms = register.positions(table.column("form").combine_chunks())
        self._paths: Any = table.column("at")

    def member(self, row: int) -> Member:
        """Return a row as a place of a question."""
        value = self.words[int(self.codes[row])]
        return Member(form=int(self.forms[row]), at=self._paths[row].as_py(), value=value)


def same_figures(folder: Path, register: Register, limits: CorpusLimits) -> Iterator[Question]:
    """Ask where forms of two units have the same figures under the same names in several rows.

    A figure that very many forms have was given to all of them, and does not count.
    """
    figures = _Figures(folder, register)
    rows = _shared(figures, limits)
    pairs = _pairs(figures, rows, register, limits)
    groups = Groups(len(register))
    groups.join(pairs)
    alike = np.unique(np.concatenate((pairs.left, pairs.right)))
    for forms in grouped(alike, groups.first[alike]):
        yield _asked(figures, rows[np.isin(figures.forms[rows], forms)], register)


def _shared(figures: _Figures, limits: CorpusLimits) -> Numbers:
    """Return the rows whose figure stands in two forms or more, but not in very many."""
    _, once = np.unique((figures.codes << _HALF) | figures.forms, return_index=True)
    counts = np.bincount(figures.codes[once], minlength=1)[figures.codes[once]]
    order = once[(counts > 1) & (counts <= limits.figure_forms)]
    return order[np.argsort(figures.codes[order], kind="stable")]


def _pairs(figures: _Figures, rows: Numbers, register: Register, limits: CorpusLimits) -> Pairs:
    """Return the forms of different units and one year that share figures enough."""
    codes, forms = figures.codes[rows], figures.forms[rows]
    keys = [np.empty(0, np.int64)]
    for step in range(1, limits.figure_forms):
        same = np.flatnonzero(codes[step:] == codes[:-step])
        one, other = forms[same], forms[same + step]
        keys.append((np.minimum(one, other) << _HALF) | np.maximum(one, other))
    key, counts = np.unique(np.concatenate(keys), return_counts=True)
    key = key[counts >= limits.figures]
    left, right = key >> _HALF, key & _LOW
    units, years = register.units.codes, register.years
    asked = (units[left] != units[right]) & (years[left] == years[right])
    return Pairs(left[asked], right[asked])


def _asked(figures: _Figures, rows: Numbers, register: Register) -> Question:
    """Return the question about some forms, with the figures that two of them share."""
    codes = figures.codes[rows]
    rows = rows[np.bincount(codes)[codes] > 1]
    forms = sorted({int(form) for form in figures.forms[rows]})
    units = dict.fromkeys(register.units.of(form) for form in forms)
    return question(
        "same-figures",
        tuple(map(figures.member, rows.tolist())),
        first=next(iter(units)),
        count=str(len(units)),
        forms=str(len(forms)),
        figures=str(len(set(figures.codes[rows].tolist()))),
    )
