"""Right, in doubt, refused or silently wrong: counted field by field."""

import re
from collections import Counter
from collections.abc import Callable

from msgspec import Struct

from benchmarks.accuracy.fields import Alignment, Fields, fields_of
from jiheng.model.form import Form
from jiheng.model.paths import WHOLE_FORM

_NUMBER = re.compile(r"\[\+?\d+\]")


class Misreading(Struct, frozen=True, kw_only=True):
    """One field that came out wrong, and nobody was told."""

    path: str
    true: str | None
    read: str | None

    @property
    def field(self) -> str:
        """The path without numbers."""
        return _NUMBER.sub("[]", self.path)


class Tally(Struct, kw_only=True):
    """Counts of fields.

    Attributes:
        right: as in the truth.
        in_doubt: not as in the truth, but named in the form's doubts; or lost, of a form of which
            it is said that rows may be missing.
        refused: of a document that the reader said it cannot read.
        silent: wrong, and nobody is told.
        doubted: right, though named in the doubts.
    """

    right: int = 0
    in_doubt: int = 0
    refused: int = 0
    silent: int = 0
    doubted: int = 0

    @property
    def fields(self) -> int:
        """All fields that were compared."""
        return self.right + self.in_doubt + self.refused + self.silent

    def add(self, other: "Tally") -> None:
        """Add the counts of another tally."""
        for name in self.__struct_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def every(_path: str) -> bool:
    """Return true: every field is counted."""
    return True


def compare(
    truth: Form, read: Form | None, *, refused: bool, counts: Callable[[str], bool] = every
) -> tuple[Tally, list[Misreading]]:
    """Return the counts of one form, and what was wrong without a word.

    Fields that nobody can know are in the truth's doubts; they are not counted, nor are those
    whose path ``counts`` refuses.
    """
    true = fields_of(truth)
    unknowable = {doubt.at for doubt in truth.doubts}
    wanted = {path for path in true if path not in unknowable and counts(path)}
    if read is None:
        if refused:
            return Tally(refused=len(wanted)), []
        lost = [Misreading(path=path, true=true[path], read=None) for path in sorted(wanted)]
        return Tally(silent=len(wanted)), lost
    alignment = Alignment(truth, read)
    got = {alignment.path(path): value for path, value in fields_of(read).items()}
    doubts = {alignment.path(doubt.at) for doubt in read.doubts}
    return _counted(true, got, doubts, (wanted | set(filter(counts, got))) - unknowable)


def _counted(
    true: Fields, got: Fields, doubts: set[str], paths: set[str]
) -> tuple[Tally, list[Misreading]]:
    wrong = sorted(path for path in paths if true.get(path) != got.get(path))
    if WHOLE_FORM in doubts:
        # That rows may be missing is said of all that was not seen.
        doubts = doubts | {path for path in wrong if path not in got}
    silent = [
        Misreading(path=path, true=true.get(path), read=got.get(path))
        for path in wrong
        if path not in doubts
    ]
    right = paths - set(wrong)
    tally = Tally(
        right=len(right),
        in_doubt=len(wrong) - len(silent),
        silent=len(silent),
        doubted=len(right & doubts),
    )
    return tally, silent


def most_frequent(
    found: list[tuple[str, Misreading]], count: int
) -> list[tuple[str, str, int, Misreading]]:
    """Return the commonest misreadings: what they are of, the field, how often, one of them."""
    counts = Counter((label, wrong.field) for label, wrong in found)
    examples: dict[tuple[str, str], Misreading] = {}
    for label, wrong in found:
        examples.setdefault((label, wrong.field), wrong)
    return [(*key, number, examples[key]) for key, number in counts.most_common(count)]
