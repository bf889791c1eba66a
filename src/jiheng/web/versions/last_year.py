"""上年数: the same project's form of the year before, its values beside this year's rows."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from jiheng.audit.facts.same_rows import same_rows
from jiheng.model.form import Form, Indicator, MoneyLine
from jiheng.web.access.situations import posts_of, within_reach
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.people.models import Person
from jiheng.web.years.lineage import line_of, renamed_in

_INDICATOR = ("target", "actual", "score")
_MONEY = ("adjusted_budget", "executed", "score")


class LastValue(Struct, frozen=True, kw_only=True):
    """What stood last year where ``path`` leads to this year."""

    path: str
    text: str


class LastRow(Struct, frozen=True, kw_only=True):
    """A row of this year with its values of last year: planned, reached, score."""

    name: str
    values: tuple[LastValue, ...]


class LastYear(Struct, frozen=True, kw_only=True):
    """Last year's form.

    Attributes:
        rows: the rows that it had under the same name.
        new: names of this year's indicators that it had not.
    """

    record: FormRecord
    rows: tuple[LastRow, ...]
    new: tuple[str, ...]


def last_year_of(record: FormRecord, person: Person) -> LastYear | None:
    """Return last year's form of the same unit and project, if there is one that may be seen."""
    line = line_of(record, within_reach(posts_of(person)))
    before = next((each for each in line if each.year == record.year - 1), None)
    if before is None:
        return None
    now, then = form_of(record), form_of(before)
    rows = tuple(_rows(now, then, renamed_in((record,)).get(record.pk)))
    known = {row.name for row in rows}
    new = tuple(each.name for each in now.indicators if each.name not in known)
    return LastYear(record=before, rows=rows, new=new)


def _rows(now: Form, then: Form, renamed: Mapping[str, str] | None) -> Iterator[LastRow]:
    lines = {each.label: each for each in reversed(then.funds.lines)}
    for at, line in enumerate(now.funds.lines):
        if line.label in lines:
            yield _row(f"funds.lines[{at}]", line.label, lines[line.label], _MONEY)
    before = {at: earlier for earlier, at in same_rows(then.indicators, now.indicators, renamed)}
    for at, row in enumerate(now.indicators):
        if at in before:
            yield _row(f"indicators[{at}]", row.name, then.indicators[before[at]], _INDICATOR)


def _row(row: str, name: str, then: Indicator | MoneyLine, fields: tuple[str, ...]) -> LastRow:
    values = ((field, getattr(then, field)) for field in fields)
    return LastRow(
        name=name,
        values=tuple(LastValue(path=f"{row}.{field}", text=text or "") for field, text in values),
    )
