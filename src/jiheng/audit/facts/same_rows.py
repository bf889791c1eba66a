"""Which rows of two forms are one indicator: those under one name, each taken once."""

from collections.abc import Mapping

from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.names import bare_name
from jiheng.model.form import Indicator

Rows = tuple[Indicator, ...]


def same_rows(
    before: Rows, now: Rows, renamed: Mapping[str, str] | None = None
) -> tuple[tuple[int, int], ...]:
    """Return the positions of each indicator that both have, in the order of the earlier rows.

    Of several under one name, that of the same second level comes first.

    Args:
        before: the rows of the earlier form.
        now: the rows of the later one.
        renamed: bare name in the later form → in the earlier one, where somebody said so.
    """
    names = [_name(row, renamed or {}) for row in now]
    left = [at for at, name in enumerate(names) if name]
    found: list[tuple[int, int]] = []
    for earlier, row in enumerate(before):
        name = bare_name(row.name)
        same = [at for at in left if names[at] == name]
        if same:
            level = level2_of(row)
            later = next((at for at in same if level2_of(now[at]) == level), same[0])
            left.remove(later)
            found.append((earlier, later))
    return tuple(found)


def _name(row: Indicator, renamed: Mapping[str, str]) -> str:
    name = bare_name(row.name)
    return renamed.get(name, name)
