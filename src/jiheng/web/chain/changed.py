"""What changed in a form between two versions."""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from jiheng.model.form import Form
from jiheng.pipeline.changes import changes_of
from jiheng.web.forms.models import Change, FormRecord, FormVersion
from jiheng.web.forms.rows import Moved, carried, moves_of, removed_by


class Difference(Struct, frozen=True, kw_only=True):
    """A cell as it was and as it is.

    Attributes:
        name: what it was called, where it is no longer on the sheet.
    """

    path: str
    old: str | None
    new: str | None
    name: str = ""


def changed_since(record: FormRecord, version: int) -> tuple[Difference, ...]:
    """Return the rows that came or went since a version, and the cells that differ now."""
    moves = moves_of(record, version)
    rows = tuple(_rows(record, version)) if moves else ()
    return (*rows, *_cells(record, version, moves))


def _cells(record: FormRecord, version: int, moves: tuple[Moved, ...]) -> Iterator[Difference]:
    changes = Change.objects.filter(version__record=record, version__number__gt=version)
    first: dict[str, str | None] = {}
    last: dict[str, str | None] = {}
    told = changes.order_by("version__number", "id").values_list(
        "version__number", "path", "old", "new"
    )
    for number, path, old, new in told:
        here = carried(path, (each for each in moves if each.number > number))
        if removed_by(here) is None:
            first.setdefault(here, old)
            last[here] = new
    for path, old in first.items():
        if old != last[path]:
            yield Difference(path=path, old=old, new=last[path])


def _rows(record: FormRecord, version: int) -> Iterator[Difference]:
    """The rows that came or went; a row is the same as long as it has its name or its place."""
    versions = FormVersion.objects.filter(record=record, number__lte=version)
    then = versions.order_by("-number").values_list("document", flat=True).first()
    if then is None:
        return
    before, now = (msgspec.json.decode(each, type=Form) for each in (then, record.document))
    for each in changes_of(before, now):
        if each.is_row and each.at.startswith("indicators["):
            name = "" if each.before is None else each.before
            yield Difference(path=each.at, old=each.before, new=each.after, name=name)
