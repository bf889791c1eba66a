"""The cells that a save left as they were, told to whoever wrote in them."""

from django.utils import timezone
from msgspec import Struct

from jiheng.web.forms.merging import Apart
from jiheng.web.forms.models import Change, FormRecord, FormVersion, RowMove
from jiheng.web.forms.rows import removed_by
from jiheng.web.forms.sheet import Drawn
from jiheng.web.forms.trail import Trail, trail_of


class NamedApart(Struct, frozen=True, kw_only=True):
    """A cell that was not saved, for its author: what stands there, who wrote it and when."""

    path: str
    name: str
    now: str
    mine: str
    why: str
    by: str = ""
    at: str = ""


def named(record: FormRecord, page: Drawn, apart: tuple[Apart, ...]) -> tuple[NamedApart, ...]:
    """Return the cells under their names, each with who wrote there last or took its row away."""
    trail = trail_of(record) if apart else Trail()
    return tuple(_named(record, page, each, trail) for each in apart)


def _named(record: FormRecord, page: Drawn, apart: Apart, trail: Trail) -> NamedApart:
    last = _last(record, apart.path, trail)
    return NamedApart(
        path=apart.path,
        name=trail.name(apart.path, record.version, page),
        now=apart.now or "",
        mine=apart.mine or "",
        why=apart.why,
        by=last.made_by.name if last else "",
        at=f"{timezone.localtime(last.made_at):%H:%M}" if last else "",
    )


def _last(record: FormRecord, path: str, trail: Trail) -> FormVersion | None:
    """The version in which a cell was last written in, or its row taken away."""
    move = removed_by(path)
    if move is not None:
        return RowMove.objects.select_related("version__made_by").get(pk=move).version
    changes = Change.objects.filter(version__record=record).select_related("version__made_by")
    if not trail.moves:
        changes = changes.filter(path=path)
    return next(
        (
            each.version
            for each in changes.order_by("-version__number")
            if trail.now(each.path, each.version.number) == path
        ),
        None,
    )
