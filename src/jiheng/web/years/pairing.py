"""Rows without a namesake in the year before, and what was linked by hand."""

from collections import defaultdict
from itertools import pairwise

from msgspec import Struct

from jiheng.web.access.fetching import allowed_actions
from jiheng.web.chain.steps import Action
from jiheng.web.people.models import Person
from jiheng.web.years.linking import names_at
from jiheng.web.years.models import RowLink
from jiheng.web.years.story import Story, Year


class Pairing(Struct, frozen=True, kw_only=True):
    """Two years in a row with the names that differ.

    Attributes:
        gone: names that only the earlier year has.
        new: names that only the later one has.
        links: what somebody linked.
        may_link: the visitor may link and take back.
    """

    before: Year
    now: Year
    gone: tuple[str, ...]
    new: tuple[str, ...]
    links: tuple[RowLink, ...]
    may_link: bool


def pairings(story: Story, person: Person) -> tuple[Pairing, ...]:
    """Return the years between which names differ, the latest first."""
    made: defaultdict[int, list[RowLink]] = defaultdict(list)
    records = [year.record.pk for year in story.years]
    for each in RowLink.objects.filter(record__in=records).select_related("made_by", "record"):
        made[each.record.pk].append(each)
    found = [
        Pairing(
            before=before,
            now=now,
            gone=names_at(before.form, between.gone),
            new=names_at(now.form, between.new),
            links=tuple(made[now.record.pk]),
            may_link=Action.LINK_ROWS in allowed_actions(person, now.record),
        )
        for (before, now), between in zip(pairwise(story.years), story.between, strict=True)
    ]
    return tuple(each for each in found if each.gone or each.new or each.links)[::-1]
