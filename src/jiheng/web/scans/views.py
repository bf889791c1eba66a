"""The page on which scans are handed in, and the way to a kept one."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import record_for
from jiheng.web.access.situations import posts_of
from jiheng.web.chain.views import CONFLICT, FORBIDDEN
from jiheng.web.files.storing import path_of
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.models import Person
from jiheng.web.scans.bringing import Handed, bring
from jiheng.web.scans.matching import tidy_code
from jiheng.web.scans.models import Scan
from jiheng.web.scans.permission import may_bring_any

MOST_FILES = 20


def scans_page(request: HttpRequest) -> HttpResponse:
    """Take scans in, and say of each which form it belongs to."""
    person = visitor(request)
    if not may_bring_any(posts_of(person)):
        return render(request, "403.html", status=FORBIDDEN)
    if request.method != "POST":
        return render(request, "scans/bring.html", {"most": MOST_FILES})
    files = request.FILES.getlist("file")
    if not 0 < len(files) <= MOST_FILES:
        refused = say("scans.refused.count", language_of(request), most=str(MOST_FILES))
        context = {"most": MOST_FILES, "refused": refused}
        return render(request, "scans/bring.html", context, status=CONFLICT)
    code = tidy_code(request.POST.get("code", "")) if len(files) == 1 else ""
    brought = [bring(person, _handed(file, code)) for file in files]
    if len(brought) == 1 and len(brought[0].scans) == 1:
        messages.success(request, say("scans.found", language_of(request)))
        return redirect(f"/forms/{brought[0].scans[0].record.number}/#scans")
    return render(request, "scans/bring.html", {"most": MOST_FILES, "brought": brought})


@require_safe
def scan_file(request: HttpRequest, key: int) -> FileResponse:
    """Send a kept scan to whoever sees its form."""
    return kept_scan(visitor(request), key)


def kept_scan(person: Person, key: int) -> FileResponse:
    """Return a scan of a form that somebody sees, always as a file to keep.

    Raises:
        Http404: there is none, or none for them.
    """
    scan = Scan.objects.filter(pk=key).select_related("file", "record").first()
    if scan is None:
        raise Http404
    record_for(person, scan.record.number)
    return FileResponse(
        path_of(scan.file).open("rb"),
        as_attachment=True,
        filename=scan.file.name,
        content_type="application/octet-stream",
    )


def _handed(file: UploadedFile, code: str) -> Handed:
    return Handed(name=file.name or "", size=file.size or 0, chunks=file.chunks(), code=code)
