"""The share of a survey, offered as the value of its row: written only when somebody says so."""

from msgspec import Struct

from jiheng.model.form import Form
from jiheng.web.access.decide import Ruling
from jiheng.web.access.situations import ruling_on
from jiheng.web.chain.openness import open_paths, returned_cells
from jiheng.web.chain.steps import Action
from jiheng.web.forms.merging import merged
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange, form_of, save_changes, text_at
from jiheng.web.people.models import Person
from jiheng.web.surveys.closing import result_of_closed, row_now
from jiheng.web.surveys.holding import held_form, survey_for
from jiheng.web.surveys.models import Questionnaire
from jiheng.web.surveys.permission import Deed
from jiheng.web.surveys.refusing import NotDone


class Offer(Struct, frozen=True, kw_only=True):
    """A value that may be written into a cell.

    Attributes:
        now: what stands there; None where nothing does.
        is_open: whether the person may write it there now.
    """

    path: str
    now: str | None
    value: str
    is_open: bool

    @property
    def is_there(self) -> bool:
        """Whether the cell says so already."""
        return self.now == self.value


def offer_of(person: Person, survey: Questionnaire) -> Offer | None:
    """Return what a closed survey offers its row; None where nobody answered or the row is gone."""
    result, row = result_of_closed(survey), row_now(survey)
    if result is None or result.percent is None or row is None:
        return None
    form, path = form_of(survey.record), f"{row}.actual"
    may = ruling_on(person, Action.FILL, survey.record) is Ruling.ALLOWED
    return Offer(
        path=path,
        now=text_at(form, path),
        value=f"{result.percent}%",
        is_open=may and path in _open(form, survey.record),
    )


def take_offer(person: Person, key: int, seen: str | None) -> None:
    """Write the share into its cell.

    Args:
        person: whoever says so.
        key: of the survey.
        seen: what stood in the cell when they said so.

    Raises:
        NotDone: there is nothing to write, the cell is not open, or somebody wrote there since.
    """
    survey = survey_for(person, key)
    with held_form(person, survey.record, Deed.RUN) as record:
        survey.record = record
        offer = offer_of(person, survey)
        if offer is None or not offer.is_open:
            raise NotDone("refused.locked")
        change = CellChange(path=offer.path, old=seen, new=offer.value)
        form = form_of(record)
        merge = merged(form, (change,), _open(form, record), compares=True)
        if merge.apart:
            raise NotDone("refused.overtaken")
        save_changes(record, merge.changes, person)


def _open(form: Form, record: FormRecord) -> frozenset[str]:
    return open_paths(form, record, returned_cells(record))
