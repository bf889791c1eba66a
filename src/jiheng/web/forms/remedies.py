"""What somebody can do about a cell that a finding is about: write in it, or ask for it."""

from urllib.parse import urlencode

from django.urls import reverse

from jiheng.rulebook.messages import say
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sheet import Drawn
from jiheng.web.forms.standing import Standing, standing_of
from jiheng.web.people.models import Person
from jiheng.writers.report.view import Links, Remedy


def links_of(record: FormRecord, *, is_apart: bool = False) -> Links:
    """Return where a form's scores lead to; a page that stands apart leads back to the form."""
    home = reverse("form", args=[record.number]) if is_apart else ""
    return Links(home=home, cards=f"{reverse('card', args=[record.number])}?at=")


def remedies(
    record: FormRecord, page: Drawn, person: Person, paths: tuple[str, ...]
) -> dict[str, Remedy]:
    """Return what this person can do about cells now; those about which nothing can be are left."""
    standing = page.standing or standing_of(person, record)
    drawn = [path for path in dict.fromkeys(paths) if page.view.spots.of(path)]
    found = ((path, _remedy(record, page, path, standing)) for path in drawn)
    return {path: remedy for path, remedy in found if remedy is not None}


def _remedy(
    record: FormRecord,
    page: Drawn,
    path: str,
    standing: Standing,
) -> Remedy | None:
    language = page.voice.language
    if path in standing.open_now:
        field = page.voice.field(path.rpartition(".")[2] if "]" in path else path)
        address = page.view.links.home + page.anchor(path)
        return Remedy(words=say("card.change", language, name=field), address=address)
    if Action.ASK_ADJUSTMENT in standing.allowed and path.endswith(".target"):
        address = reverse("act", args=[record.number, Action.ASK_ADJUSTMENT.value])
        return Remedy(words=say("web.action.ask-adjustment", language), address=address)
    if Action.ASK_OPENING not in standing.allowed:
        return None
    address = reverse("act", args=[record.number, Action.ASK_OPENING.value])
    words = say("panel.ask-opening", language)
    return Remedy(words=words, address=f"{address}?{urlencode({'cell': path})}")
