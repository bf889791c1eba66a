"""What the report shows, read from the tables: the largest questions, and counts of all."""

from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple, get_args

from jiheng.corpus.auditing.questions.question import Kind
from jiheng.corpus.auditing.tables import (
    CORPUS_FINDINGS,
    FINDINGS,
    FORMS,
    MEMBERS,
    batches,
    columns,
)

MOST_QUESTIONS = 40
"""Questions of a kind that the report shows."""
MOST_MEMBERS = 30
"""Places of a question that it shows."""

KINDS: tuple[Kind, ...] = get_args(Kind)


class Place(NamedTuple):
    """A place that a question is about, with its form."""

    form: str
    at: str
    value: str
    unit: str
    project: str
    year: int
    path: str


class Asked(NamedTuple):
    """A question as it was written."""

    number: int
    kind: Kind
    message: str
    forms: int
    budget: int


class Shown(NamedTuple):
    """A question with the first of its places, and how many it has."""

    asked: Asked
    places: tuple[Place, ...]
    of: int


class Told(NamedTuple):
    """How often a check found something."""

    code: str
    name: str
    severity: str
    found: int
    forms: int


class Contents(NamedTuple):
    """All that the report shows.

    Attributes:
        questions: of each kind, those about the most money first.
    """

    forms: int
    units: int
    counts: dict[Kind, int]
    touched: dict[Kind, int]
    questions: dict[Kind, tuple[Shown, ...]]
    told: tuple[Told, ...]


def contents_of(folder: Path) -> Contents:
    """Return what the report on a folder of tables shows."""
    names = ("number", "kind", "message", "forms", "budget")
    rows = zip(*columns(folder, CORPUS_FINDINGS, *names), strict=True)
    asked = sorted((Asked(*row) for row in rows), key=_weight)
    by_kind: dict[Kind, list[Asked]] = {kind: [] for kind in KINDS}
    for each in asked:
        by_kind[each.kind].append(each)
    shown: dict[Kind, list[Asked]] = {kind: by_kind[kind][:MOST_QUESTIONS] for kind in KINDS}
    places = _places(folder, {each.number for some in shown.values() for each in some})
    units = {unit for (unit,) in zip(*columns(folder, FORMS, "unit"), strict=True) if unit}
    return Contents(
        forms=sum(batch.num_rows for batch in batches(folder, FORMS, "form")),
        units=len(units),
        counts={kind: len(questions) for kind, questions in by_kind.items()},
        touched={kind: sum(each.forms for each in some) for kind, some in by_kind.items()},
        questions={kind: tuple(map(places.shown, shown[kind])) for kind in KINDS},
        told=_told(folder),
    )


def _weight(asked: Asked) -> tuple[int, int, int]:
    """Return what questions are ordered by: those about the most money first."""
    return -asked.budget, -asked.forms, asked.number


class _Places(NamedTuple):
    """The first places of questions by their number, and how many places each has."""

    first: dict[int, list[Place]]
    of: Counter[int]

    def shown(self, asked: Asked) -> Shown:
        """Return a question with its places."""
        number = asked.number
        return Shown(asked, tuple(self.first.get(number, ())), self.of[number])


def _places(folder: Path, numbers: set[int]) -> _Places:
    found: dict[int, list[tuple[str, str, str]]] = {}
    counts = Counter[int]()
    for batch in batches(folder, MEMBERS, "number", "form", "at", "value"):
        for number, *place in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            if number in numbers:
                counts[number] += 1
                if counts[number] <= MOST_MEMBERS:
                    found.setdefault(number, []).append((place[0], place[1], place[2]))
    forms = _forms(folder, {form for places in found.values() for form, _, _ in places})
    first = {
        number: [Place(form, at, value, *forms[form]) for form, at, value in places]
        for number, places in found.items()
    }
    return _Places(first, counts)


def _forms(folder: Path, wanted: set[str]) -> dict[str, tuple[str, str, int, str]]:
    names = ("form", "unit", "project", "year", "path")
    found: dict[str, tuple[str, str, int, str]] = {}
    for batch in batches(folder, FORMS, *names):
        for form, *rest in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            if form in wanted:
                found[form] = (rest[0] or "", rest[1] or "", rest[2] or 0, rest[3] or "")
    return found


def _told(folder: Path) -> tuple[Told, ...]:
    """Return what the checks of single forms found, the most frequent first."""
    found = Counter[tuple[str, str, str]]()
    forms: dict[str, int] = Counter()
    last: dict[str, str] = {}
    for batch in batches(folder, FINDINGS, "code", "name", "severity", "form"):
        rows: Any = zip(*(column.to_pylist() for column in batch.columns), strict=True)
        for code, name, severity, form in rows:
            found[code, name, severity] += 1
            forms[code] += last.get(code) != form
            last[code] = form
    return tuple(
        Told(*which, found=count, forms=forms[which[0]]) for which, count in found.most_common()
    )
