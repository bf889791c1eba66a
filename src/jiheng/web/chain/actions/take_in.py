"""导入: cells are written from a file that was handed in, one version a file."""

from jiheng.web.chain.openness import open_paths, returned_cells
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import FormVersion
from jiheng.web.forms.saving import form_of, save_changes


def take_in(order: Order) -> FormVersion | None:
    """Return the new version; None where every cell holds already what the file says."""
    with opened(order, Action.IMPORT) as case:
        allowed = open_paths(form_of(case.record), case.record, returned_cells(case.record))
        if not {each.path for each in order.changes} <= allowed:
            raise Refused("refused.locked")
        return save_changes(case.record, order.changes, order.person)
