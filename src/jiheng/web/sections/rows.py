"""The rows of a form that can be sent, and the cells of theirs that a section fills in."""

import re

from msgspec import Struct

from jiheng.model.form import Form, Indicator, MoneyLine
from jiheng.model.paths import value_at
from jiheng.web.chain.openness import open_paths, returned_cells
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord

_ROW = re.compile(r"(indicators|funds\.lines)\[\d+\]")
_FIELDS = {"indicators": ("actual", "reason"), "funds.lines": ("executed", "reason")}
"""What a section knows: the value and why it is as it is; scores stay with the clerk."""


class FormRow(Struct, frozen=True, kw_only=True):
    """A row with its open cells.

    Attributes:
        path: ``indicators[3]``.
        target: the target that counts, or the budget of a money line.
        value: path of the value's cell; None where it is not open.
        reason: path of the reason's cell; None where there is none, or it is not open.
    """

    path: str
    name: str
    target: str
    value: str | None
    reason: str | None

    @property
    def is_money(self) -> bool:
        """Whether it is a line of the money block."""
        return self.path.startswith("funds.")

    @property
    def fields(self) -> tuple[str, ...]:
        """Paths of the cells that may be written in."""
        return tuple(path for path in (self.value, self.reason) if path)


def rows_of(form: Form, record: FormRecord) -> tuple[FormRow, ...]:
    """Return the rows with an open cell for a section, in the form's order."""
    if record.step != Step.SELF_EVALUATION:
        return ()
    allowed = open_paths(form, record, returned_cells(record))
    money = (f"funds.lines[{at}]" for at in range(len(form.funds.lines)))
    listed = (*money, *(f"indicators[{at}]" for at in range(len(form.indicators))))
    rows = (row_at(form, path, allowed) for path in listed)
    return tuple(row for row in rows if row is not None and row.fields)


def row_at(form: Form, path: str, allowed: frozenset[str] = frozenset()) -> FormRow | None:
    """Return one row, or None where the form has no such row."""
    found = _ROW.fullmatch(path)
    row = value_at(form, path) if found else None
    if found is None or not isinstance(row, Indicator | MoneyLine):
        return None
    value, reason = (
        each if each in allowed else None
        for each in (f"{path}.{field}" for field in _FIELDS[found[1]])
    )
    name, target = _named(row)
    return FormRow(path=path, name=name, target=target or "", value=value, reason=reason)


def value_of(form: Form, row: str) -> str:
    """Return what a row says was done; "" where nothing stands."""
    found = _ROW.fullmatch(row)
    value = value_at(form, f"{row}.{_FIELDS[found[1]][0]}") if found else None
    return value if isinstance(value, str) else ""


def _named(row: Indicator | MoneyLine) -> tuple[str, str | None]:
    match row:
        case Indicator():
            return row.name, row.adjusted_target or row.target
        case MoneyLine():
            return row.label, row.adjusted_budget or row.initial_budget
