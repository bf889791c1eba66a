"""What changed in a form between two of its versions, cell by cell and sitting by sitting."""

from datetime import datetime

import msgspec
from msgspec import Struct

from jiheng.model.form import Form
from jiheng.pipeline.changes import changes_of
from jiheng.web.chain.models import Event
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import Change, FormRecord, FormVersion
from jiheng.web.forms.sheet import Drawn
from jiheng.writers.report.places import name_of


class CellDifference(Struct, frozen=True, kw_only=True):
    """A cell in both versions.

    Attributes:
        anchor: its address on the form's page.
        by: who wrote it last; None where nobody did by hand.
    """

    name: str
    anchor: str
    old: str
    new: str
    by: str | None = None
    at: datetime | None = None


class Sitting(Struct, frozen=True, kw_only=True):
    """A version with what was written in it."""

    version: FormVersion
    cells: tuple[CellDifference, ...]


class Comparison(Struct, frozen=True, kw_only=True):
    """Two versions beside each other.

    Attributes:
        cells: what differs in the end.
        sittings: how it came about, the latest first.
    """

    first: FormVersion
    second: FormVersion
    cells: tuple[CellDifference, ...]
    sittings: tuple[Sitting, ...]


def versions_of(record: FormRecord) -> tuple[FormVersion, ...]:
    """Return every version of a form, the latest first."""
    versions = FormVersion.objects.filter(record=record).select_related("made_by")
    return tuple(versions.order_by("-number"))


def version_at(versions: tuple[FormVersion, ...], number: int) -> FormVersion:
    """Return the version that was there when the form had come to a number."""
    return next((each for each in versions if each.number <= number), versions[-1])


def before_the_return(record: FormRecord) -> int:
    """Return the version that was last sent back; the first one where none was."""
    returns = Event.objects.filter(record=record, action=Action.SEND_BACK).order_by("-id")
    return returns.values_list("version", flat=True).first() or 1


def compare(record: FormRecord, first: FormVersion, second: FormVersion, page: Drawn) -> Comparison:
    """Return what differs between two versions, the older one first."""
    between = {"version__number__gt": first.number, "version__number__lte": second.number}
    written = Change.objects.filter(version__record=record, **between)
    by_path = {
        each.path: each.version
        for each in written.select_related("version__made_by").order_by("version__number", "id")
    }
    return Comparison(
        first=first,
        second=second,
        cells=tuple(_differences(first, second, by_path, page)),
        sittings=_sittings(record, first, second, page),
    )


def _differences(
    first: FormVersion, second: FormVersion, by_path: dict[str, FormVersion], page: Drawn
) -> list[CellDifference]:
    before, after = _form(first), _form(second)
    found: list[CellDifference] = []
    for each in changes_of(before, after):
        author = by_path.get(each.at) or next(
            (version for path, version in by_path.items() if path.startswith(f"{each.at}.")), None
        )
        whole = before if each.after is None else after
        found.append(
            CellDifference(
                name=name_of(whole, each.at, page.voice),
                anchor=page.anchor(each.at),
                old=each.before or "",
                new=each.after or "",
                by=author.made_by.name if author else None,
                at=author.made_at if author else None,
            )
        )
    return found


def _sittings(
    record: FormRecord, first: FormVersion, second: FormVersion, page: Drawn
) -> tuple[Sitting, ...]:
    versions = FormVersion.objects.filter(
        record=record, number__gt=first.number, number__lte=second.number
    ).select_related("made_by")
    changes: dict[int, list[Change]] = {}
    for each in Change.objects.filter(version__in=versions):
        changes.setdefault(each.version.pk, []).append(each)
    return tuple(
        Sitting(
            version=version,
            cells=tuple(_written(each, page) for each in changes.get(version.pk, [])),
        )
        for version in versions.order_by("-number")
    )


def _written(change: Change, page: Drawn) -> CellDifference:
    return CellDifference(
        name=page.name(change.path),
        anchor=page.anchor(change.path),
        old=change.old or "",
        new=change.new or "",
    )


def _form(version: FormVersion) -> Form:
    return msgspec.json.decode(version.document, type=Form)
