"""填写: cells are written in, one version a save."""

from jiheng.model.paths import NoSuchField
from jiheng.web.chain.openness import open_paths, returned_cells
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import FormVersion
from jiheng.web.forms.saving import form_of, save_changes


def fill(order: Order) -> FormVersion | None:
    """Return the new version; None where every cell holds already what it was to hold."""
    with opened(order, Action.FILL) as case:
        allowed = open_paths(form_of(case.record), case.record, returned_cells(case.record))
        if not {each.path for each in order.changes} <= allowed:
            raise Refused("refused.locked")
        try:
            return save_changes(case.record, order.changes, order.person)
        except NoSuchField as error:
            # A name cannot be left empty: a row without one is no row.
            raise Refused("refused.no-name") from error
