"""What the public sees, if the installation shows it anything: the last released packages."""

from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from django.conf import settings
from django.db.models import Max, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jiheng.web.files.storing import path_of
from jiheng.web.people.door import open_to_all
from jiheng.web.publication.models import Package

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_MOST_OPEN = 16
"""So many packages are kept open."""
_KEPT = "public, max-age=300"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript",
          ".json": "application/json", ".csv": "text/csv"}  # fmt: skip

View = Callable[..., HttpResponse]


def if_public(view: View) -> View:
    """Return a view that is there only where the installation is switched to public."""

    @wraps(view)
    def guarded(request: HttpRequest, **place: object) -> HttpResponse:
        if not settings.CONFIG.public:
            raise Http404
        response = view(request, **place)
        response["Cache-Control"] = _KEPT
        return response

    return guarded


@open_to_all
@if_public
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show which packages are public."""
    packages = released().order_by("-batch__year", "batch__organisation__branch")
    return render(request, "publication/public.html", {"packages": packages})


@open_to_all
@if_public
@require_safe
def file(request: HttpRequest, batch: int, path: str) -> HttpResponse:
    """Send one file of the last package of a batch, by its exact name in it."""
    package = released().filter(batch=batch).first()
    if package is None:
        raise Http404
    try:
        data = _opened(path_of(package.file)).read(path)
    except KeyError as error:
        raise Http404 from error
    return file_response(path, data)


@lru_cache(maxsize=_MOST_OPEN)
def _opened(path: Path) -> ZipFile:
    """Return an archive, opened once for all who read in it: what lies there never changes."""
    return ZipFile(path)


def file_response(path: str, data: bytes) -> HttpResponse:
    """Return one file of a package as what it is, under a policy of its own."""
    suffix = PurePosixPath(path).suffix
    response = HttpResponse(data, content_type=f"{_TYPES[suffix]}; charset=utf-8")
    response["Content-Security-Policy"] = POLICY
    if suffix == ".csv":
        response["Content-Disposition"] = f'attachment; filename="{PurePosixPath(path).name}"'
    return response


def zip_response(package: Package) -> FileResponse:
    """Return a package as one file to keep."""
    return FileResponse(
        path_of(package.file).open("rb"),
        as_attachment=True,
        filename=package.file.name,
        content_type="application/zip",
    )


def released() -> QuerySet[Package]:
    """Return the last package of each batch, where it was not withdrawn."""
    # Where the last was withdrawn, the one before it does not come back.
    last = Package.objects.order_by().values("batch").annotate(last=Max("pk")).values("last")
    kept = Package.objects.filter(pk__in=last, withdrawn_at=None)
    return kept.select_related("batch__organisation", "file")
