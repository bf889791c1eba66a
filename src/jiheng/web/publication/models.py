"""How far a form is on its way to the public, and what went out, as they are stored."""

from typing import ClassVar, cast

from django.db import models
from django.db.models import Q

from jiheng.web.files.models import StoredFile
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Organisation, Person


class Verdict(models.TextChoices):
    """What the review for secrecy came to."""

    WAITING = "waiting"
    PUBLIC = "public"
    PARTLY = "partly"
    REFUSED = "refused"


class Clearance(models.Model):
    """The last review of a form for secrecy; those before it stand in its history.

    Attributes:
        version: of the form that was proposed, then of the one that was reviewed. A form that has
            another version by now has to be reviewed again.
        withheld: what is not published, with blanks between: names of parts and paths of rows.
    """

    record = models.OneToOneField(FormRecord, on_delete=models.PROTECT, related_name="clearance")
    version = models.PositiveIntegerField()
    verdict = models.CharField(max_length=10, default=Verdict.WAITING, db_index=True)
    withheld = models.TextField(blank=True, default="")
    reason = models.TextField(blank=True, default="")
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    reviewed_by = models.ForeignKey["Person | None"](
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(verdict__in=Verdict.values), name="clearance_verdict"
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=models.F("proposed_by")),
                name="clearance_by_another",
            ),
        )

    def __str__(self) -> str:
        """Return which form it is about."""
        return f"{self.record.number} {self.verdict}"

    @staticmethod
    def of(record: FormRecord) -> "Clearance":
        """Return the clearance of a form, which a list has fetched with it."""
        # The stubs do not know the other end of a one-to-one relation.
        return cast("Clearance", getattr(record, "clearance"))  # noqa: B009


class MaskRuling(models.Model):
    """What the reviewer ruled of a name or number otherwise than the machine proposed.

    Attributes:
        path: the cell; "" for a text that was added, and is masked in all cells of the form.
        start: place of its first character in the cell.
        is_added: it is masked although it was not proposed; if not, it is released there.
    """

    clearance = models.ForeignKey(Clearance, on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=120, blank=True)
    start = models.PositiveIntegerField(default=0)
    text = models.TextField()
    is_added = models.BooleanField()

    clearance_id: int

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)

    def __str__(self) -> str:
        """Return where it stands."""
        return f"{self.path} {self.start}"


class Batch(models.Model):
    """公开批次: the forms of a place and year that go out together, package after package."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-year", "organisation__branch")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year"), name="publication_batch_once"),
        )

    def __str__(self) -> str:
        """Return place and year."""
        return f"{self.organisation} {self.year}"


class Package(models.Model):
    """A package that was released; what is in it never changes.

    Attributes:
        edition: counts the packages of its batch.
        withdrawn_at: since when the server gives it to nobody outside any more.
    """

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="+")
    edition = models.PositiveIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    released_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    batch_id: int

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-id",)
        constraints = (models.UniqueConstraint(fields=("batch", "edition"), name="edition_once"),)

    def __str__(self) -> str:
        """Return which edition of what it is."""
        return f"{self.batch} {self.edition}"


class Making(models.Model):
    """That somebody asked for a package, which the worker makes.

    Attributes:
        forms: how many were cleared when it was asked for.
        ended_at: None while it waits or is being made.
        why: key of the sentence that says why there is no package; "" where there is one.
        leaks: JSON, where what is masked could still be read.
    """

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    forms = models.PositiveIntegerField()
    ended_at = models.DateTimeField(null=True)
    package = models.OneToOneField["Package | None"](
        Package, on_delete=models.PROTECT, null=True, related_name="+"
    )
    why = models.CharField(max_length=40, blank=True, default="")
    leaks = models.TextField(default="[]")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("batch",), condition=Q(ended_at=None), name="making_one_at_a_time"
            ),
        )

    def __str__(self) -> str:
        """Return of which batch it is."""
        return str(self.batch)


class PackedForm(models.Model):
    """A form as a package holds it.

    Attributes:
        spread: texts, a line each, that are masked in it only because another form masks them.
    """

    package = models.ForeignKey(Package, on_delete=models.CASCADE, related_name="packed")
    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    check_code = models.CharField(max_length=20)
    spread = models.TextField(blank=True, default="")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (models.UniqueConstraint(fields=("package", "record"), name="packed_once"),)

    def __str__(self) -> str:
        """Return which version of which form it is."""
        return f"{self.record.number} v{self.version}"
