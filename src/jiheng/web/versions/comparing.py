"""What changed in a form between two of its versions, cell by cell and sitting by sitting."""

from datetime import datetime

import msgspec
from msgspec import Struct

from jiheng.model.form import Form
from jiheng.pipeline.changes import changes_of
from jiheng.web.chain.past import past_of
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import Change, FormRecord, FormVersion
from jiheng.web.forms.sheet import Drawn
from jiheng.web.forms.trail import Trail, trail_of
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


class Edition(Struct, frozen=True, kw_only=True):
    """A version under the number by which people count: one more than the one before."""

    ordinal: int
    version: FormVersion


class Sitting(Struct, frozen=True, kw_only=True):
    """A version with what was written in it."""

    edition: Edition
    cells: tuple[CellDifference, ...]


class Comparison(Struct, frozen=True, kw_only=True):
    """Two versions beside each other.

    Attributes:
        cells: what differs in the end.
        sittings: how it came about, the latest first.
    """

    first: Edition
    second: Edition
    cells: tuple[CellDifference, ...]
    sittings: tuple[Sitting, ...]


def versions_of(record: FormRecord) -> tuple[Edition, ...]:
    """Return every version of a form, the latest first."""
    versions = FormVersion.objects.filter(record=record).select_related("made_by")
    counted = enumerate(versions.order_by("number"), 1)
    return tuple(Edition(ordinal=ordinal, version=each) for ordinal, each in counted)[::-1]


def version_at(editions: tuple[Edition, ...], number: int) -> Edition:
    """Return the version that was there when the form had come to a number."""
    return next((each for each in editions if each.version.number <= number), editions[-1])


def before_the_return(record: FormRecord) -> int:
    """Return the version that was last sent back; the first one where none was.

    While nothing has changed since, it is the one before: what the form was returned with.
    """
    returned = past_of(record).last(Action.SEND_BACK)
    since = returned.version if returned else 1
    if since < record.version:
        return since
    earlier = FormVersion.objects.filter(record=record, number__lt=since).order_by("-number")
    return earlier.values_list("number", flat=True).first() or since


def compare(
    editions: tuple[Edition, ...], first: Edition, second: Edition, page: Drawn
) -> Comparison:
    """Return what differs between two versions, the older one first."""
    between = tuple(each for each in editions if first.ordinal < each.ordinal <= second.ordinal)
    written, trail = _written(between), trail_of(second.version.record)
    authors = {
        trail.now(change.path, each.version.number): each.version
        for each in reversed(between)
        for change in written[each.ordinal]
    }
    return Comparison(
        first=first,
        second=second,
        cells=tuple(_differences(first.version, second.version, authors, page)),
        sittings=tuple(
            Sitting(
                edition=each, cells=_done_in(each, editions, written[each.ordinal], trail, page)
            )
            for each in between
        ),
    )


def _written(editions: tuple[Edition, ...]) -> dict[int, list[Change]]:
    """What was written in each version, by its ordinal."""
    ordinals = {each.version.pk: each.ordinal for each in editions}
    found: dict[int, list[Change]] = {each.ordinal: [] for each in editions}
    for change in Change.objects.filter(version__in=list(ordinals)).select_related("version"):
        found[ordinals[change.version.pk]].append(change)
    return found


def _differences(
    first: FormVersion, second: FormVersion, authors: dict[str, FormVersion], page: Drawn
) -> list[CellDifference]:
    before, after = _form(first), _form(second)
    found: list[CellDifference] = []
    for each in changes_of(before, after):
        author = authors.get(each.at) or next(
            (version for path, version in authors.items() if path.startswith(f"{each.at}.")), None
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


def _done_in(
    edition: Edition,
    editions: tuple[Edition, ...],
    changes: list[Change],
    trail: Trail,
    page: Drawn,
) -> tuple[CellDifference, ...]:
    """What was done with rows in a version, or written in its cells."""
    number = edition.version.number
    before = max(each.version.number for each in editions if each.ordinal < edition.ordinal)
    written = (trail.written(each, number, page) for each in changes)
    return tuple(
        CellDifference(name=each.name, anchor=each.anchor, old=each.old, new=each.new)
        for each in (*trail.arranged(before, number, page), *written)
    )


def _form(version: FormVersion) -> Form:
    return msgspec.json.decode(version.document, type=Form)
