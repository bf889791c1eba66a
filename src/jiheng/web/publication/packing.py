"""A package of a batch's cleared forms: gathered, masked, written, and proven."""

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.publication import Publication
from jiheng.pipeline.publication.cards import Carded, card_of
from jiheng.pipeline.publication.masking import masked
from jiheng.pipeline.publication.needles import Needles
from jiheng.pipeline.publication.scanning import Leak, leaks
from jiheng.pipeline.publication.submission import Submission
from jiheng.web import clock
from jiheng.web.forms.models import FormRecord
from jiheng.web.publication.gathering import submissions
from jiheng.web.publication.models import Batch, Package
from jiheng.web.publication.states import CLEARED, with_states
from jiheng.writers.publication import File, write_package

MOST_FORMS = 3000
"""So many are made and searched at once, in memory: 41 s a thousand on a busy machine."""


class Unfit(Exception):
    """A package that cannot go out; ``why`` is the key of a sentence.

    Attributes:
        leaks: where what is masked can still be read.
    """

    def __init__(self, why: str, leaks: tuple[Leak, ...] = ()) -> None:
        super().__init__(why)
        self.why = why
        self.leaks = leaks


class Gathered(Struct, frozen=True, kw_only=True):
    """The cleared forms of a batch and their cards, one for one.

    Attributes:
        hidden: every name and number that is masked somewhere in them.
        contexts: around what was released.
    """

    submissions: tuple[Submission, ...]
    cards: tuple[Carded, ...]
    hidden: tuple[str, ...]
    contexts: tuple[str, ...]


class Made(Struct, frozen=True, kw_only=True):
    """A package before anybody has it.

    Attributes:
        hidden: every name and number that is masked somewhere in it.
        spread: of each form the texts that are masked only because another form masks them.
    """

    publication: Publication
    files: tuple[File, ...]
    hidden: tuple[str, ...]
    spread: tuple[tuple[str, ...], ...]


def forms_of(batch: Batch) -> QuerySet[FormRecord]:
    """Return the forms of a batch's place and year, each with its state."""
    found = FormRecord.objects.filter(
        organisation__branch__startswith=batch.organisation.branch, year=batch.year
    )
    return with_states(found).select_related("organisation", "filler", "figures", "clearance")


def ready_of(batch: Batch) -> QuerySet[FormRecord]:
    """Return the forms of a batch that are cleared now, in their order."""
    ready = forms_of(batch).filter(state__in=CLEARED)
    return ready.order_by("organisation__branch", "number")


def count_of(batch: Batch) -> int:
    """Return how many forms a package would hold.

    Raises:
        Unfit: none, or too many.
    """
    count = ready_of(batch).count()
    if not count:
        raise Unfit("refused.nothing-cleared")
    if count > MOST_FORMS:
        raise Unfit("refused.too-many")
    return count


def gathered(batch: Batch) -> Gathered:
    """Return the cards of what is cleared now, with what is masked in them.

    Raises:
        Unfit: nothing is cleared, or too much.
    """
    count_of(batch)
    found = submissions(ready_of(batch))
    cards = carded(found)
    return Gathered(
        submissions=found,
        cards=cards,
        hidden=tuple(dict.fromkeys(text for each in cards for text in each.hidden)),
        contexts=tuple(dict.fromkeys(text for each in cards for text in each.contexts)),
    )


def make(batch: Batch) -> Made:
    """Return the package of what is cleared now.

    Raises:
        Unfit: nothing is cleared, or what is masked could be read somewhere.
    """
    found = gathered(batch)
    publication = Publication(
        place=batch.organisation.name,
        year=batch.year,
        edition=next_edition(batch),
        released_on=timezone.localtime(clock.now()).date().isoformat(),
        cards=tuple(each.card for each in found.cards),
    )
    files = write_package(publication)
    allowed = (*found.contexts, publication.place)
    leaking = tuple(leaks(files, Needles(found.hidden), allowed))
    if leaking:
        raise Unfit("refused.leaking", leaking)
    pairs = zip(found.submissions, found.cards, strict=True)
    return Made(
        publication=publication,
        files=files,
        hidden=found.hidden,
        spread=tuple(_spread(*pair) for pair in pairs),
    )


def _spread(one: Submission, made: Carded) -> tuple[str, ...]:
    """What is masked on a card although nothing of the form itself proposed it."""
    own = frozenset(masked(one.form, one.search).hidden)
    return tuple(text for text in made.hidden if text not in own)


def carded(found: tuple[Submission, ...]) -> tuple[Carded, ...]:
    """Return the cards of forms; what is masked in one of them is masked in all."""
    hidden = {text for each in found for text in masked(each.form, each.search).hidden}
    everywhere = Needles(hidden)
    # The forms of a unit look for the names of the same people.
    both = {each.search.names: everywhere.with_all(each.search.names) for each in found}
    return tuple(
        card_of(replace(each, search=replace(each.search, names=both[each.search.names])))
        for each in found
    )


def publication_of_one(record: FormRecord) -> Publication:
    """Return what would be published of a form alone, as it is cleared or waits to be.

    Raises:
        Http404: nobody proposed its publication.
    """
    one = FormRecord.objects.filter(pk=record.pk, clearance__isnull=False)
    cards = carded(
        submissions(one.select_related("organisation", "filler", "figures", "clearance"))
    )
    if not cards:
        raise Http404
    return Publication(
        place=record.organisation.name,
        year=record.year,
        edition=0,
        released_on=timezone.localtime(clock.now()).date().isoformat(),
        cards=(cards[0].card,),
    )


def next_edition(batch: Batch) -> int:
    """Return which edition of a batch the next package is."""
    return Package.objects.filter(batch=batch).count() + 1
