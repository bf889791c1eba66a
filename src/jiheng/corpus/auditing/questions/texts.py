"""Questions about texts that stand in forms of several units, or again in those of one."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from jiheng.corpus.auditing.copies.finding import near_copies
from jiheng.corpus.auditing.questions.question import Kind, Member, Question, question
from jiheng.corpus.auditing.questions.register import BLANK, Numbers, Register, grouped
from jiheng.corpus.auditing.tables import PASSAGES, Row, batches
from jiheng.rulebook.corpus_limits import CorpusLimits
from jiheng.rulebook.phrases import phrase

_WHOLE = 100
_SHOWN, _QUOTED = 60, 300
"""Signs of a text that a question quotes, and that stand where its places are listed."""


class _Place(NamedTuple):
    """Where a copied text stands, and how it begins."""

    form: int
    at: str
    text: str


class CopiedTexts:
    """The copies among all passages, where each stands, and who says so."""

    def __init__(self, folder: Path, register: Register) -> None:
        self._copies = near_copies(_masked(folder), folder)
        self._register = register
        self._places = _places(folder, register, self._copies.text)
        self._forms = np.array([place.form for place in self._places], np.int64)

    def questions(self, limits: CorpusLimits) -> Iterator[Question]:
        """Yield a question for each group of copies."""
        for members in self._groups():
            kind = self._kind(members, limits)
            if kind is not None:
                yield self._asked(kind, members)

    def rows(self, limits: CorpusLimits) -> Iterator[Row]:
        """Yield each copy that is asked about, as a row of the table of copies."""
        number = 0
        for members in self._groups():
            kind = self._kind(members, limits)
            if kind is not None:
                number += 1
                yield from (self._row(number, kind, copy) for copy in members.tolist())

    def _groups(self) -> Iterator[Numbers]:
        """Yield positions among the copies, group by group."""
        yield from grouped(np.arange(len(self._copies.text)), self._copies.group)

    def _kind(self, members: Numbers, limits: CorpusLimits) -> Kind | None:
        """Return what is asked about a group; nothing about texts of one form."""
        forms = self._forms[members]
        if len(set(forms.tolist())) == 1:
            return None
        if self._copies.widespread[members].any():
            return "widespread-text"
        is_copied = len(self._units(forms)) >= limits.copied_units
        return "copied-text" if is_copied else "own-text-repeated"

    def _units(self, forms: Numbers) -> set[int]:
        return set(self._register.units.codes[forms].tolist()) - {BLANK}

    def _asked(self, kind: Kind, members: Numbers) -> Question:
        register, forms = self._register, self._forms[members]
        years = sorted({int(year) for year in register.years[forms] if year != BLANK})
        least = int(self._copies.contained[members].min())
        return question(
            kind,
            tuple(map(self._member, members.tolist())),
            message="asks-same" if least == _WHOLE else "asks",
            text=_shortened(self._places[int(members[0])].text, _SHOWN),
            units=str(len(self._units(forms))),
            forms=str(len(set(forms.tolist()))),
            first=register.units.of(int(forms[0])),
            years=" ".join(map(str, years)),
            least=str(least),
        )

    def _member(self, copy: int) -> Member:
        form, at, text = self._places[copy]
        percent = str(int(self._copies.contained[copy]))
        return Member(
            form=form, at=at, value=phrase("corpus_audit.alike", percent=percent, text=text)
        )

    def _row(self, number: int, kind: Kind, copy: int) -> Row:
        nearest = int(np.searchsorted(self._copies.text, int(self._copies.nearest[copy])))
        likeness = int(self._copies.jaccard[copy]), int(self._copies.contained[copy])
        return (number, kind, *self._cell(copy), *self._cell(nearest), *likeness)

    def _cell(self, copy: int) -> tuple[str, str]:
        form, at, _ = self._places[copy]
        return self._register.id_of(form), at


def _places(folder: Path, register: Register, wanted: Numbers) -> list[_Place]:
    """Return where the wanted texts stand; of all others nothing is kept."""
    places: list[_Place] = []
    first = 0
    for batch in batches(folder, PASSAGES, "form", "at", "text"):
        last = first + batch.num_rows
        within = wanted[np.searchsorted(wanted, first) : np.searchsorted(wanted, last)] - first
        rows = batch.take(within)
        forms = register.positions(rows.column("form")).tolist()
        paths, texts = (rows.column(name).to_pylist() for name in ("at", "text"))
        told = (_shortened(text, _QUOTED) for text in texts)
        places += map(_Place, forms, paths, told)
        first = last
    return places


def _masked(folder: Path) -> Iterator[Sequence[str]]:
    for batch in batches(folder, PASSAGES, "masked"):
        yield batch.column("masked").to_pylist()


def _shortened(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}…"
