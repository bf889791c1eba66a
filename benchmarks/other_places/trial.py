"""One text read and compared with what it says."""

from collections import Counter
from itertools import product

from msgspec import Struct

from benchmarks.accuracy.fields import paired
from benchmarks.other_places.texts import Row, Text, plain
from jiheng.model.form import Form, Indicator
from jiheng.model.paths import WHOLE_FORM
from jiheng.pipeline.reading import read_file
from jiheng.readers.errors import UnreadableInput

ROLES = ("name", "target", "actual", "weight", "score")


class Result(Struct, frozen=True, kw_only=True):
    """How many fields of a text are right, in doubt, refused, or wrong without a word.

    Attributes:
        wrong: what is not right: the indicator, the field, what is printed, what was read.
        surplus: names of indicators that were read and are none.
    """

    text: Text
    counts: Counter[str]
    wrong: tuple[tuple[str, str, str, str | None, str], ...]
    surplus: tuple[str, ...]


def tried(text: Text) -> Result:
    """Return what came of reading a text."""
    forms = _read(text)
    true = [row for form in text.forms for row in form.indicators]
    read = [(form, at) for form in forms for at in range(len(form.indicators))]
    names = [plain(form.indicators[at].name) for form, at in read]
    found = {
        here: there for there, here in paired([plain(row.name) for row in true], names).items()
    }
    doubtful = any(_doubts_whole(form) for form in forms)
    counts: Counter[str] = Counter()
    wrong: list[tuple[str, str, str, str | None, str]] = []
    for (at, row), role in product(enumerate(true), ROLES):
        form, index = read[found[at]] if at in found else (None, 0)
        own = None if form is None else form.indicators[index]
        fate = _fate(row, own, role)
        if fate != "right":
            fate = _told(form, index, role, is_refused=not forms, is_doubtful=doubtful)
            value = None if own is None else getattr(own, role)
            wrong.append((row.name, role, getattr(row, role), value, fate))
        counts[fate] += 1
    surplus = tuple(name for at, name in enumerate(names) if at not in found.values())
    return Result(text=text, counts=counts, wrong=tuple(wrong), surplus=surplus)


def _read(text: Text) -> tuple[Form, ...]:
    try:
        return tuple(reading.form for reading in read_file(text.path))
    except UnreadableInput:
        return ()


def _fate(row: Row, read: Indicator | None, role: str) -> str:
    if read is None:
        return "wrong"
    printed, value = plain(getattr(row, role)), plain(getattr(read, role))
    wholes = _wholes(read) if role == "target" else set()
    if printed in {value, *wholes} or _number(printed) == _number(value) is not None:
        return "right"
    return "wrong"


def _wholes(read: Indicator) -> set[str]:
    """Return a target with its unit, with and without what stands beside it: an operator or 正向."""
    value = f"{plain(read.target)}{plain(read.unit)}"
    return {value, f"{plain(read.nature)}{value}"}


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _told(form: Form | None, index: int, role: str, *, is_refused: bool, is_doubtful: bool) -> str:
    if is_refused:
        return "refused"
    if form is None:
        return "in doubt" if is_doubtful else "silent"
    places = {doubt.at for doubt in form.doubts}
    is_told = f"indicators[{index}].{role}" in places or WHOLE_FORM in places
    return "in doubt" if is_told else "silent"


def _doubts_whole(form: Form) -> bool:
    return any(doubt.at == WHOLE_FORM for doubt in form.doubts)
