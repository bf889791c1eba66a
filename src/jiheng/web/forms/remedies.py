"""What somebody can do about a cell that a finding is about: write in it, or ask for it."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse

from jiheng.model.form import Form
from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import allowed_actions
from jiheng.web.chain.openness import open_paths, returned_cells
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.pen import Writing
from jiheng.web.forms.sheet import Drawn
from jiheng.web.people.models import Person
from jiheng.writers.report.view import Links, Remedy


def links_of(record: FormRecord, *, is_apart: bool = False) -> Links:
    """Return where a form's scores lead to; a page that stands apart leads back to the form."""
    home = reverse("form", args=[record.number]) if is_apart else ""
    return Links(home=home, cards=f"{reverse('card', args=[record.number])}?at=")


def writing_of(
    record: FormRecord, form: Form, person: Person, typed: Mapping[str, str] | None = None
) -> Writing:
    """Return what a person may write in a form now, and what else they may do with it."""
    allowed = allowed_actions(person, record)
    if Action.FILL not in allowed:
        return Writing(may=allowed)
    open_now = open_paths(form, record, returned_cells(record))
    return Writing(open_now=open_now, may=allowed, typed=typed or {})


def remedies(record: FormRecord, page: Drawn, paths: tuple[str, ...]) -> dict[str, Remedy]:
    """Return what the page's reader can do about cells; where that is nothing, there is none."""
    drawn = (path for path in dict.fromkeys(paths) if page.view.spots.of(path))
    found = ((path, _remedy(record, page, path)) for path in drawn)
    return {path: remedy for path, remedy in found if remedy is not None}


def _remedy(record: FormRecord, page: Drawn, path: str) -> Remedy | None:
    language, may = page.voice.language, page.writing.may
    if path in page.writing.open_now:
        field = page.voice.field(path.rpartition(".")[2] if "]" in path else path)
        address = page.view.links.home + page.anchor(path)
        return Remedy(words=say("card.change", language, name=field), address=address)
    if Action.ASK_ADJUSTMENT in may and path.endswith(".target"):
        address = reverse("act", args=[record.number, Action.ASK_ADJUSTMENT.value])
        return Remedy(words=say("web.action.ask-adjustment", language), address=address)
    if Action.ASK_OPENING not in may:
        return None
    address = reverse("act", args=[record.number, Action.ASK_OPENING.value])
    words = say("panel.ask-opening", language)
    return Remedy(words=words, address=f"{address}?{urlencode({'cell': path})}")
