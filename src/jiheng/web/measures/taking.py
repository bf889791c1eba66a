"""A value that was measured, written into its row because somebody said so."""

from django.http import Http404

from jiheng.model.form import Form
from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.telling import Telling
from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.openness import open_paths, returned_cells
from jiheng.web.chain.order import Order
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange, form_of
from jiheng.web.measures.choosing import measure_of, row_path
from jiheng.web.measures.results import result_in, results_of, valued
from jiheng.web.people.models import Person


class NotTaken(Telling):
    """A value does not go into its cell."""


def may_take(form: Form, record: FormRecord, at: int) -> bool:
    """Whether the cell for what was done is open in a row."""
    return f"indicators[{at}].actual" in open_paths(form, record, returned_cells(record))


def take(person: Person, record: FormRecord, at: int, name: str, seen: str) -> str:
    """Return the row's last measured value, which stands in its cell from now on.

    Args:
        person: who says so.
        record: the form.
        at: the row's place among the indicators.
        name: what the page showed as its name.
        seen: what the page showed in the cell.

    Raises:
        NotThere: another row stands there by now.
        NotTaken: the cell is locked, or somebody wrote in it meanwhile.
        Refused: the form is not to be written in by this person now.
        Http404: nothing was measured.
    """
    path = row_path(record, at, name)
    chosen = measure_of(record, path)
    results = results_of(chosen) if chosen is not None else ()
    if not results:
        raise Http404
    value = valued(result_in(results[0]))
    cell = f"{path}.actual"
    was = form_of(record).indicators[at].actual
    # A page shows nothing where nothing stands.
    old = was if (was or "") == seen else seen
    change = CellChange(path=cell, new=value, old=old)
    filled = fill(Order(person=person, record=record.pk, version=None, changes=(change,)))
    for apart in filled.apart:
        if apart.path == cell:
            key = "cell-changed" if apart.why == "changed" else "take-closed"
            raise NotTaken(phrase(f"measures.{key}"))
    return value
