"""A package is made of a batch's cleared forms, proven, and released; nothing less goes out."""

from django.db import transaction
from django.db.models import F, QuerySet
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
from jiheng.web.files.storing import claim, keep
from jiheng.web.forms.models import FormRecord
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person
from jiheng.web.publication.gathering import submissions
from jiheng.web.publication.models import Batch, Package, PackedForm
from jiheng.web.publication.states import CLEARED, with_states
from jiheng.writers.publication import File, write_package, zipped

MOST_FORMS = 3000
"""So many are made and searched while somebody waits: 41 s a thousand on a busy machine."""


class Unfit(Exception):
    """A package that cannot go out; ``why`` is the key of a sentence.

    Attributes:
        leaks: where what is masked can still be read.
    """

    def __init__(self, why: str, leaks: tuple[Leak, ...] = ()) -> None:
        super().__init__(why)
        self.why = why
        self.leaks = leaks


class Made(Struct, frozen=True, kw_only=True):
    """A package before anybody has it.

    Attributes:
        records: the keys of its forms, in the order of its cards.
        hidden: every name and number that is masked somewhere in it.
        contexts: around what was released.
        spread: of each form the texts that are masked only because another form masks them.
    """

    publication: Publication
    records: tuple[int, ...]
    files: tuple[File, ...]
    hidden: tuple[str, ...]
    contexts: tuple[str, ...]
    spread: tuple[tuple[str, ...], ...]


def forms_of(batch: Batch) -> QuerySet[FormRecord]:
    """Return the forms of a batch's place and year, each with its state."""
    found = FormRecord.objects.filter(
        organisation__branch__startswith=batch.organisation.branch, year=batch.year
    )
    return with_states(found).select_related("organisation", "filler", "figures", "clearance")


def make(batch: Batch) -> Made:
    """Return the package of what is cleared now.

    Raises:
        Unfit: nothing is cleared, or what is masked could be read somewhere.
    """
    ready = forms_of(batch).filter(state__in=CLEARED).order_by("organisation__branch", "number")
    records = tuple(ready.values_list("pk", flat=True))
    if not records:
        raise Unfit("refused.nothing-cleared")
    if len(records) > MOST_FORMS:
        raise Unfit("refused.too-many")
    found = submissions(ready)
    cards = carded(found)
    hidden = tuple(dict.fromkeys(text for each in cards for text in each.hidden))
    contexts = tuple(dict.fromkeys(text for each in cards for text in each.contexts))
    publication = Publication(
        place=batch.organisation.name,
        year=batch.year,
        edition=_next_edition(batch),
        released_on=timezone.localtime(clock.now()).date().isoformat(),
        cards=tuple(each.card for each in cards),
    )
    files = write_package(publication)
    leaking = tuple(leaks(files, Needles(hidden), (*contexts, publication.place)))
    if leaking:
        raise Unfit("refused.leaking", leaking)
    return Made(
        publication=publication,
        records=records,
        files=files,
        hidden=hidden,
        contexts=contexts,
        spread=tuple(_spread(*pair) for pair in zip(found, cards, strict=True)),
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


def release(batch: Batch, person: Person) -> Package:
    """Return the released package; its bytes lie on the disk before anything says so.

    Raises:
        Unfit: it cannot go out, or a form changed while it was made.
    """
    made = make(batch)
    kept = keep((zipped(made.files),))
    with transaction.atomic():
        locked = Batch.objects.select_for_update().get(pk=batch.pk)
        if _next_edition(locked) != made.publication.edition or not _is_current(locked, made):
            raise Unfit("refused.moved-on")
        told = made.publication
        package = Package.objects.create(
            batch=locked,
            edition=told.edition,
            file=claim(kept, f"{told.place}-{told.year}-{told.edition}.zip", person),
            released_by=person,
            released_at=clock.now(),
        )
        PackedForm.objects.bulk_create(
            PackedForm(
                package=package,
                record_id=key,
                version=card.version,
                check_code=card.check_code,
                spread="\n".join(spread),
            )
            for key, card, spread in zip(made.records, told.cards, made.spread, strict=True)
        )
        detail = {
            "edition": str(told.edition),
            "forms": str(len(told.cards)),
            "sha256": kept.sha256,
        }
        note("release-package", str(batch), person, detail)
    return package


def withdraw(package: Package, person: Person) -> None:
    """Take a package from the public; it is kept as what had been public."""
    with transaction.atomic():
        found = Package.objects.filter(pk=package.pk, withdrawn_at=None)
        if found.update(withdrawn_at=clock.now()):
            note("withdraw-package", str(package), person)


def changed_since(package: Package) -> QuerySet[PackedForm]:
    """Return the forms of a package that are another version by now."""
    packed = PackedForm.objects.filter(package=package).select_related("record")
    return packed.exclude(version=F("record__version"))


def _next_edition(batch: Batch) -> int:
    return Package.objects.filter(batch=batch).count() + 1


def _is_current(batch: Batch, made: Made) -> bool:
    """Whether the forms are still cleared, in the versions that were packed."""
    ready = forms_of(batch).filter(state__in=CLEARED)
    now = dict(ready.values_list("pk", "version"))
    cards = zip(made.records, made.publication.cards, strict=True)
    return now == {key: card.version for key, card in cards}
