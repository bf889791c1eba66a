"""What the pages of publication show of a form."""

from msgspec import Struct

from jiheng.model.publication import Part
from jiheng.pipeline.publication.masking import Proposal, proposals
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.lists.rows import Row, row_of
from jiheng.web.publication.models import Clearance, MaskRuling
from jiheng.web.publication.names import Neighbours, search_for
from jiheng.web.publication.states import ClearanceState
from jiheng.writers.report.places import name_of
from jiheng.writers.report.voice import Voice


class Standing(Struct, frozen=True, kw_only=True):
    """A form in the list of those that can be published."""

    row: Row
    state: ClearanceState
    clearance: Clearance | None


class Choice(Struct, frozen=True, kw_only=True):
    """Something that can be withheld; ``name`` is its words, or those of its part's key."""

    value: str
    name: str
    is_row: bool
    text: str = ""
    is_chosen: bool = False


class Spot(Struct, frozen=True, kw_only=True):
    """A place that is proposed for masking, under its cell's name.

    Attributes:
        value: what its tick box sends.
    """

    proposal: Proposal
    name: str
    value: str


def standing_of(record: FormRecord) -> Standing:
    """Return a form that was fetched with its state, as the list shows it."""
    clearance = getattr(record, "clearance", None)
    return Standing(
        row=row_of(record),
        state=ClearanceState(getattr(record, "state", ClearanceState.UNPROPOSED)),
        clearance=clearance if isinstance(clearance, Clearance) else None,
    )


def choices(record: FormRecord, chosen: tuple[str, ...]) -> tuple[Choice, ...]:
    """Return what a reviewer can withhold of a form."""
    form = form_of(record)
    parts = (Choice(value=part, name=part, is_row=False, is_chosen=part in chosen) for part in Part)
    rows = (
        Choice(
            value=f"indicators[{at}]",
            name=row.name,
            is_row=True,
            text=" → ".join(filter(None, (row.target, row.actual))),
            is_chosen=f"indicators[{at}]" in chosen,
        )
        for at, row in enumerate(form.indicators)
    )
    return (*parts, *rows)


def spots(record: FormRecord, also: str, language: str) -> tuple[Spot, ...]:
    """Return the places of a form that are masked, and those that were released.

    Args:
        record: the form.
        also: a text of another form that is masked in the package, to be looked for here too.
        language: in which the cells are named.
    """
    rulings = tuple(MaskRuling.objects.filter(clearance__record=record))
    released = (each.text for each in rulings if not each.is_added)
    names = (*Neighbours((record,)).of(record), *released, *filter(None, (also,)))
    form, voice = form_of(record), Voice(language=language)
    return tuple(
        Spot(
            proposal=each,
            name=name_of(form, each.place.path, voice),
            value=f"{each.place.start} {each.place.path}",
        )
        for each in proposals(form, search_for(names, rulings))
    )


def added_to(record: FormRecord) -> tuple[str, ...]:
    """Return what a reviewer masked by hand in a form."""
    added = MaskRuling.objects.filter(clearance__record=record, is_added=True)
    return tuple(added.values_list("text", flat=True))
