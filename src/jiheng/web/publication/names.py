"""Whose names are looked for in a form: those of the people who have to do with it."""

from collections.abc import Iterable
from functools import lru_cache

from jiheng.pipeline.publication.masking import Place, Search
from jiheng.pipeline.publication.needles import Needles
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Appointment
from jiheng.web.people.roles import ADMINISTRATORS
from jiheng.web.people.tree import branches_above
from jiheng.web.publication.models import MaskRuling


class Neighbours:
    """The people of some forms' units and of all organisations above them, by one question."""

    def __init__(self, records: Iterable[FormRecord]) -> None:
        branches = {each.organisation.branch for each in records}
        above = {branch for each in branches for branch in branches_above(each)}
        held = Appointment.objects.filter(organisation__branch__in=above)
        known = held.exclude(role__in=ADMINISTRATORS).select_related("person")
        self._names: dict[str, list[str]] = {}
        for branch, name in known.values_list("organisation__branch", "person__name"):
            self._names.setdefault(branch, []).append(name)

    def of(self, record: FormRecord) -> tuple[str, ...]:
        """Return the names of the people around a form, whose filler is one of them."""
        branches = branches_above(record.organisation.branch)
        names = (name for branch in branches for name in self._names.get(branch, ()))
        return tuple(sorted({record.filler.name, *names}))


def search_for(names: tuple[str, ...], rulings: Iterable[MaskRuling]) -> Search:
    """Return what is looked for in a form, with what its reviewer ruled otherwise."""
    rulings = tuple(rulings)
    return Search(
        names=needles(names),
        added=needles(tuple(each.text for each in rulings if each.is_added)),
        released=frozenset(
            Place(path=each.path, start=each.start, text=each.text)
            for each in rulings
            if not each.is_added
        ),
    )


@lru_cache(maxsize=512)
def needles(texts: tuple[str, ...]) -> Needles:
    """Return names to look for; many forms of a unit look for the same."""
    return Needles(texts)
