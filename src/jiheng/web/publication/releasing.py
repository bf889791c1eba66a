"""A proven package is released, and nothing less goes out."""

from django.db import transaction
from django.db.models import F, QuerySet
from msgspec import Struct

from jiheng.web import clock
from jiheng.web.files.storing import Kept, claim, keep
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person
from jiheng.web.publication.models import Batch, Package, PackedForm
from jiheng.web.publication.packing import Made, Unfit, make, next_edition, ready_of
from jiheng.writers.publication import zipped


class Whole(Struct, frozen=True, kw_only=True):
    """A proven package whose bytes lie on the disk, before anything says so."""

    made: Made
    kept: Kept


def proven(batch: Batch) -> Whole:
    """Return the package of what is cleared now, written.

    Raises:
        Unfit: it cannot go out.
    """
    made = make(batch)
    return Whole(made=made, kept=keep((zipped(made.files),)))


def release(batch: Batch, person: Person) -> Package:
    """Return the released package of what is cleared now.

    Raises:
        Unfit: it cannot go out, or a form changed while it was made.
    """
    return publish(batch, person, proven(batch))


@transaction.atomic
def publish(batch: Batch, person: Person, whole: Whole) -> Package:
    """Return a proven package as somebody released it.

    Raises:
        Unfit: a form changed while it was made, or another one was released.
    """
    told, locked = whole.made.publication, Batch.objects.select_for_update().get(pk=batch.pk)
    ready = {each.number: each for each in ready_of(locked).defer("document", "summary")}
    now = {number: each.version for number, each in ready.items()}
    packed = {card.number: card.version for card in told.cards}
    if next_edition(locked) != told.edition or now != packed:
        raise Unfit("refused.moved-on")
    package = Package.objects.create(
        batch=locked,
        edition=told.edition,
        file=claim(whole.kept, f"{told.place}-{told.year}-{told.edition}.zip", person),
        released_by=person,
        released_at=clock.now(),
    )
    PackedForm.objects.bulk_create(
        PackedForm(
            package=package,
            record=ready[card.number],
            version=card.version,
            check_code=card.check_code,
            spread="\n".join(spread),
        )
        for card, spread in zip(told.cards, whole.made.spread, strict=True)
    )
    sha256, forms = whole.kept.sha256, str(len(told.cards))
    detail = {"edition": str(told.edition), "forms": forms, "sha256": sha256}
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
