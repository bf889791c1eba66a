"""填写: cells are written in; what somebody else changed meanwhile is left and told."""

from msgspec import Struct

from jiheng.web.chain.openness import open_paths, returned_cells
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action
from jiheng.web.forms.merging import Apart, merged
from jiheng.web.forms.models import FormVersion
from jiheng.web.forms.saving import form_of, save_changes


class Filled(Struct, frozen=True, kw_only=True):
    """What became of a save.

    Attributes:
        version: the version that holds it; None where every cell held already what it was to hold.
        apart: the cells that were not saved.
    """

    version: FormVersion | None
    apart: tuple[Apart, ...] = ()


def fill(order: Order) -> Filled:
    """Write cells. An order that names a version is done as a whole, any other cell by cell."""
    with opened(order, Action.FILL) as case:
        form = form_of(case.record)
        allowed = open_paths(form, case.record, returned_cells(case.record))
        merge = merged(form, order.changes, allowed, compares=order.version is None)
        if order.version is not None and merge.apart:
            raise Refused(f"refused.{merge.apart[0].why}")
        version = save_changes(case.record, merge.changes, order.person)
        return Filled(version=version, apart=merge.apart)
