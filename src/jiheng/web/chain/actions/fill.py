"""填写: cells are written in; what somebody else changed meanwhile is left and told."""

from msgspec import Struct
from msgspec.structs import replace

from jiheng.web.chain.openness import open_paths, returned_cells, writable_at
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.merging import Apart, merged
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.forms.rows import carried, moves_of
from jiheng.web.forms.saving import CellChange, form_of, save_changes, written
from jiheng.web.forms.summary import summary_of


class Filled(Struct, frozen=True, kw_only=True):
    """What became of a save.

    Attributes:
        record: the form as it is after it.
        version: the version that holds it; None where every cell held already what it was to hold.
        apart: the cells that were not saved.
    """

    record: FormRecord
    version: FormVersion | None
    apart: tuple[Apart, ...] = ()


def fill(order: Order) -> Filled:
    """Write cells. An order that names a version is done as a whole, any other cell by cell."""
    _foresee(order)
    with opened(order, Action.FILL) as case:
        form = form_of(case.record)
        allowed = open_paths(form, case.record, returned_cells(case.record))
        changes = _as_of_now(order, case.record)
        merge = merged(form, changes, allowed, compares=order.version is None)
        if order.version is not None and merge.apart:
            raise Refused(f"refused.{merge.apart[0].why}")
        version = save_changes(case.record, merge.changes, order.person)
        return Filled(record=case.record, version=version, apart=merge.apart)


def _as_of_now(order: Order, record: FormRecord) -> tuple[CellChange, ...]:
    """The changes where their rows are by now."""
    if order.base is None or order.base == record.version:
        return order.changes
    moves = moves_of(record, order.base)
    return tuple(replace(each, path=carried(each.path, moves)) for each in order.changes)


def _foresee(order: Order) -> None:
    """Ask the rules what the save will come to, before others are kept waiting for its end.

    What is found is remembered. Where somebody else writes in between, it is asked once more.
    """
    record = FormRecord.objects.filter(pk=order.record).first()
    if record is None:
        return
    form = form_of(record)
    allowed = writable_at(form, Step(record.step))
    changes = _as_of_now(order, record)
    merge = merged(form, changes, allowed, compares=order.version is None)
    summary_of(written(form, merge.changes), Step(record.step), record.papers)
