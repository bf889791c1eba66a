"""What changed in a form between two versions."""

from msgspec import Struct

from jiheng.web.forms.models import Change, FormRecord


class Difference(Struct, frozen=True, kw_only=True):
    """A cell as it was and as it is."""

    path: str
    old: str | None
    new: str | None


def changed_since(record: FormRecord, version: int) -> tuple[Difference, ...]:
    """Return the cells that differ now from what they were in a version."""
    changes = Change.objects.filter(version__record=record, version__number__gt=version)
    first: dict[str, str | None] = {}
    last: dict[str, str | None] = {}
    for change in changes.order_by("version__number", "id"):
        first.setdefault(change.path, change.old)
        last[change.path] = change.new
    return tuple(
        Difference(path=path, old=old, new=last[path])
        for path, old in first.items()
        if old != last[path]
    )
