"""Tables that wait to be mapped, and mappings, for whoever may have them."""

from django.db.models import QuerySet
from django.http import Http404

from jiheng.web.access.situations import posts_of
from jiheng.web.columns.models import Export, Mapping
from jiheng.web.forms.beginning import units_of
from jiheng.web.people.models import Person


def export_for(person: Person, key: int) -> Export:
    """Return a table that somebody handed over for a unit that is still theirs.

    Raises:
        Http404: there is none, or none for them.
    """
    found = Export.objects.filter(pk=key, person=person).select_related("file", "organisation")
    export = found.first()
    if export is None or export.organisation not in units_of(posts_of(person)):
        raise Http404
    return export


def mappings_for(person: Person) -> QuerySet[Mapping]:
    """Return the mappings of somebody's units, by their names."""
    units = [unit.pk for unit in units_of(posts_of(person))]
    return Mapping.objects.filter(organisation__in=units).select_related("organisation")


def mapping_for(person: Person, key: int) -> Mapping:
    """Return a mapping of one of somebody's units.

    Raises:
        Http404: there is none, or none for them.
    """
    found = mappings_for(person).filter(pk=key).first()
    if found is None:
        raise Http404
    return found
