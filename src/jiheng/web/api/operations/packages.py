"""公开批次: what goes out together, package after package."""

from datetime import datetime

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from ninja import Body

from jiheng.pipeline.publication.scanning import Leak
from jiheng.web.access.situations import posts_of, within_reach
from jiheng.web.api.operations.around import (
    KeyIn,
    Place,
    Somebody,
    attached,
    only_for,
    place,
    somebody,
)
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Key, Wire, Year
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.reach import one_of
from jiheng.web.publication.batches import Edition, begin, masked_names, standing
from jiheng.web.publication.batches import seen as seen_batches
from jiheng.web.publication.making import ask, last_making, leaks_of
from jiheng.web.publication.models import Batch, Making
from jiheng.web.publication.outside import zip_response
from jiheng.web.publication.permission import (
    RELEASING,
    batch_for,
    batches_of,
    package_for,
    places_of,
)
from jiheng.web.publication.releasing import withdraw
from jiheng.web.publication.states import ClearanceState
from jiheng.web.publication.views import NAMES

_ZIP = "application/zip"


class ChangedForm(Wire, frozen=True, kw_only=True):
    """A form of a package that is another version by now."""

    number: str
    packed: int
    now: int


class SpreadForm(Wire, frozen=True, kw_only=True):
    """A form in which texts are hidden only because another form hides them."""

    number: str
    texts: tuple[str, ...]


class PackageFound(Wire, frozen=True, kw_only=True):
    """A released package; the public no longer gets it since ``withdrawn_at``."""

    key: int
    edition: int
    released_by: Somebody
    released_at: datetime
    withdrawn_at: datetime | None
    forms: int
    size: int
    sha256: str
    changed: tuple[ChangedForm, ...]
    spread: tuple[SpreadForm, ...]


class PackageMaking(Wire, frozen=True, kw_only=True):
    """What was last asked of the worker.

    Attributes:
        forms: how many were cleared when it was asked for.
        ended_at: null while it is being made.
        why: key of the sentence that says why there is no package; ``leaks``: where what is
            hidden could be read.
    """

    asked_by: Somebody
    asked_at: datetime
    forms: int
    ended_at: datetime | None
    why: str
    leaks: tuple[Leak, ...]


class BatchLine(Wire, frozen=True, kw_only=True):
    """The forms of a place and year that go out together; ``edition`` of the last package."""

    key: int
    at: Place
    year: int
    edition: int | None


class Batches(Wire, frozen=True, kw_only=True):
    """The batches of the caller's branches; ``is_public``: packages are shown to everybody."""

    items: tuple[BatchLine, ...]
    is_public: bool


class HeldBack(Wire, frozen=True, kw_only=True):
    """A closed form that does not go out, and the state that says why."""

    number: str
    project: str
    unit: Place
    state: ClearanceState


class BatchFound(Wire, frozen=True, kw_only=True):
    """A batch: what would go out now, what would not, and what went out before.

    Attributes:
        states: how many of its closed forms are in each state; ``ready`` would go out.
        held_back: at most fifty of the others.
    """

    key: int
    at: Place
    year: int
    states: dict[ClearanceState, int]
    ready: int
    held_back: tuple[HeldBack, ...]
    packages: tuple[PackageFound, ...]
    making: PackageMaking | None


class NewBatch(Wire, frozen=True, kw_only=True):
    """The place and year of a batch; there is one for all its packages."""

    at: Key
    year: Year


def list_batches(request: HttpRequest) -> Batches:
    """Return the batches of the caller's branches."""
    only_for(request, RELEASING)
    return Batches(
        items=tuple(
            BatchLine(
                key=each.batch.pk,
                at=place(each.batch.organisation),
                year=each.batch.year,
                edition=each.last.package.edition if each.last else None,
            )
            for each in seen_batches(batches_of(posts_of(visitor(request))))
        ),
        is_public=settings.CONFIG.public,
    )


def begin_batch(request: HttpRequest, new: Body[NewBatch]) -> BatchFound:
    """Begin the batch of a place and year, or return it where there is one."""
    only_for(request, RELEASING)
    posts = posts_of(visitor(request))
    at = one_of(places_of(posts), new.at)
    if not within_reach(posts).filter(year=new.year).exists():
        raise Http404
    return _found(begin(at, new.year, visitor(request)))


def batch(request: HttpRequest, key: KeyIn) -> BatchFound:
    """Return a batch."""
    return _found(batch_for(posts_of(visitor(request)), key))


def make_package(request: HttpRequest, key: KeyIn) -> BatchFound:
    """Let the worker make a package of what is cleared, prove it and release it."""
    found = batch_for(posts_of(visitor(request)), key)
    ask(found, visitor(request))
    return _found(found)


def names_file(request: HttpRequest, key: KeyIn) -> FileResponse:
    """Return what is hidden in a batch, one a line, for ``jiheng publish check``."""
    found = batch_for(posts_of(visitor(request)), key)
    return attached(masked_names(found, visitor(request)).encode(), "names.txt", NAMES)


def package(request: HttpRequest, key: KeyIn) -> FileResponse:
    """Return a released package."""
    return zip_response(package_for(posts_of(visitor(request)), key))


def withdraw_package(request: HttpRequest, key: KeyIn) -> BatchFound:
    """Take a package from the public."""
    found = package_for(posts_of(visitor(request)), key)
    withdraw(found, visitor(request))
    return _found(found.batch)


def _found(one: Batch) -> BatchFound:
    now, making = standing(one), last_making(one)
    return BatchFound(
        key=one.pk,
        at=place(one.organisation),
        year=one.year,
        states=dict(now.states),
        ready=now.ready,
        held_back=tuple(
            HeldBack(
                number=each.number,
                project=each.project,
                unit=place(each.organisation),
                state=ClearanceState(vars(each)["state"]),
            )
            for each in now.held_back
        ),
        packages=tuple(_package(each) for each in now.editions),
        making=_making(making) if making else None,
    )


def _package(edition: Edition) -> PackageFound:
    one = edition.package
    return PackageFound(
        key=one.pk,
        edition=one.edition,
        released_by=somebody(one.released_by),
        released_at=one.released_at,
        withdrawn_at=one.withdrawn_at,
        forms=edition.forms,
        size=one.file.size,
        sha256=one.file.sha256,
        changed=tuple(
            ChangedForm(number=each.record.number, packed=each.version, now=each.record.version)
            for each in edition.changed
        ),
        spread=tuple(
            SpreadForm(number=each.record.number, texts=tuple(each.spread.splitlines()))
            for each in edition.spread
        ),
    )


def _making(making: Making) -> PackageMaking:
    return PackageMaking(
        asked_by=somebody(making.asked_by),
        asked_at=making.asked_at,
        forms=making.forms,
        ended_at=making.ended_at,
        why=f"web.{making.why}" if making.why else "",
        leaks=leaks_of(making),
    )


_ALL, _PACKAGE = "/publication/batches", "/publication/packages/{key}"

OPERATIONS = (
    Operation(name="list-batches", method="GET", path=_ALL, view=list_batches, answer=Batches),
    Operation(
        name="begin-batch",
        method="POST",
        path=_ALL,
        view=begin_batch,
        answer=BatchFound,
        status=201,
    ),
    Operation(name="batch", method="GET", path=f"{_ALL}/{{key}}", view=batch, answer=BatchFound),
    Operation(
        name="make-package",
        method="POST",
        path=f"{_ALL}/{{key}}/packages",
        view=make_package,
        answer=BatchFound,
        status=202,
    ),
    Operation(
        name="names-file",
        method="GET",
        path=f"{_ALL}/{{key}}/names",
        view=names_file,
        media=(NAMES,),
    ),
    Operation(name="package", method="GET", path=_PACKAGE, view=package, media=(_ZIP,)),
    Operation(
        name="withdraw-package",
        method="POST",
        path=f"{_PACKAGE}/withdrawal",
        view=withdraw_package,
        answer=BatchFound,
    ),
)
