"""The imports of a person, one import, one file of it."""

import msgspec
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from jiheng.formats.apart.told import said
from jiheng.rulebook.messages import say
from jiheng.web.chain.views import CONFLICT, FORBIDDEN
from jiheng.web.imports.asking import misfits, read_form
from jiheng.web.imports.fetching import (
    batch_for,
    file_of,
    form_in_doubt,
    form_of,
    next_in_doubt,
)
from jiheng.web.imports.intake import (
    MOST_FILES,
    BadIntake,
    Handed,
    add_to,
    begin_batch,
    steps_for,
    taken,
)
from jiheng.web.imports.job import pause, resume, start
from jiheng.web.imports.models import Batch, BatchFile
from jiheng.web.imports.panel import panel_of
from jiheng.web.imports.progress import TABS, lines_of, progress_of, tabs_of
from jiheng.web.imports.report import report_of
from jiheng.web.imports.sent import sent_answers, wish_of
from jiheng.web.imports.settling import answer
from jiheng.web.imports.showing import piece_of
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def batch_list(request: HttpRequest) -> HttpResponse:
    """Show the visitor's imports, or begin one with the files they send."""
    person = visitor(request)
    steps = steps_for(person)
    if not steps:
        return render(request, "403.html", status=FORBIDDEN)
    context: dict[str, object] = {"steps": steps, "year": timezone.localdate().year - 1}
    if request.method == "POST":
        try:
            batch = begin_batch(wish_of(request, person), _handed(request))
        except BadIntake as error:
            context["refused"] = _why(error, request)
        else:
            start(batch)
            return redirect("import", pk=batch.pk)
    batches = Batch.objects.filter(by=person).order_by("-id")[:50]
    context["batches"] = tuple((each, progress_of(each)) for each in batches)
    status = CONFLICT if "refused" in context else 200
    return render(request, "imports/list.html", context, status=status)


@require_safe
def batch_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far an import is, its files, and what is asked of one of them."""
    batch = batch_for(visitor(request), pk)
    language, show = language_of(request), request.GET.get("show", "all")
    page, lines = lines_of(batch, show, request.GET.get("page", "1"), language)
    context: dict[str, object] = {
        "batch": batch,
        "progress": progress_of(batch),
        "tabs": tabs_of(batch),
        "show": show,
        "page": page,
        "lines": lines,
    }
    wanted = request.GET.get("file", "")
    is_asking = wanted.isdecimal()
    chosen = file_of(batch, int(wanted)) if is_asking else next_in_doubt(batch)
    context |= {"chosen": chosen, "is_asking": is_asking}
    if request.headers.get("HX-Request") and "live" in request.GET:
        # What somebody is answering is not taken from under their hands.
        context |= {} if is_asking else _asked(chosen, batch, language)
        return render(request, "imports/live.html", context)
    context |= _asked(chosen, batch, language)
    return render(request, "imports/batch.html", context)


def file_page(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """Show a file as it was read with what is asked of it, or take the answers."""
    batch = batch_for(visitor(request), pk)
    one, language = file_of(batch, file), language_of(request)
    row = form_in_doubt(one)
    context: dict[str, object] = {"batch": batch, "file": one, "why": said(one.told, language)}
    if request.method == "POST" and row is not None:
        given = sent_answers(request.POST)
        refused = misfits(read_form(row), given, language)
        if not refused:
            answer(row.pk, given)
            return redirect(_next_page(request, batch, one))
        context["refused"] = refused
    context["panel"] = panel_of(row, language) if row else None
    context["after"] = next_in_doubt(batch, one.pk)
    rows = one.forms.select_related("record", "organisation").defer("document")
    context["forms"] = tuple((each, said(each.told, language)) for each in rows)
    status = CONFLICT if "refused" in context else 200
    return render(request, "imports/file.html", context, status=status)


@require_safe
def form_cell(request: HttpRequest, pk: int, form: int) -> HttpResponse:
    """Send the picture of a cell that is asked about."""
    row = form_of(batch_for(visitor(request), pk), form)
    piece = piece_of(row, request.GET.get("at", ""))
    if piece is None:
        raise Http404
    response = HttpResponse(piece.data, content_type=piece.media)
    response["Cache-Control"] = "private, max-age=600"
    return response


@require_POST
def batch_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add files to an import."""
    batch = batch_for(visitor(request), pk)
    try:
        add_to(batch, _handed(request))
    except BadIntake as error:
        messages.error(request, _why(error, request))
    else:
        start(batch)
    return redirect("import", pk=pk)


@require_POST
def batch_pause(request: HttpRequest, pk: int) -> HttpResponse:
    """Let no further file be begun, or go on."""
    batch = batch_for(visitor(request), pk)
    if batch.is_paused:
        resume(batch)
    else:
        pause(batch)
    return redirect("import", pk=pk)


@require_safe
def batch_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the report of an import."""
    batch = batch_for(visitor(request), pk)
    response = HttpResponse(report_of(batch, language_of(request)), content_type=SHEET)
    response["Content-Disposition"] = f'attachment; filename="import-{batch.pk}.xlsx"'
    return response


def _asked(chosen: BatchFile | None, batch: Batch, language: str) -> dict[str, object]:
    """Return what is asked of a file, and which comes after it."""
    row = form_in_doubt(chosen) if chosen else None
    return {
        "panel": panel_of(row, language) if row else None,
        "after": next_in_doubt(batch, chosen.pk) if chosen else None,
    }


def _handed(request: HttpRequest) -> tuple[Handed, ...]:
    """Return the files of a page by name; browsers leave folders out, so those stand beside."""
    files = [*request.FILES.getlist("files"), *request.FILES.getlist("folder")]
    try:
        paths = msgspec.json.decode(request.POST.get("paths") or "[]", type=list[str])
    except msgspec.DecodeError:
        paths = []
    names = paths if len(paths) == len(files) else [file.name or "" for file in files]
    named = sorted(zip(names, files, strict=True), key=lambda each: each[0])
    return tuple(_one(file, name) for name, file in named)


def _one(file: UploadedFile, name: str) -> Handed:
    return taken(file.chunks(), name)


def _why(error: BadIntake, request: HttpRequest) -> str:
    return say(f"imports.{error.why}", language_of(request), most=str(MOST_FILES))


def _next_page(request: HttpRequest, batch: Batch, file: BatchFile) -> str:
    """Return where the next question is: of the same file, of the next, or none."""
    here = form_in_doubt(file)
    following = file if here else next_in_doubt(batch, file.pk)
    page = reverse("import", args=(batch.pk,))
    if following is None:
        return page
    if request.POST.get("on") == "list":
        known = request.POST.get("show", "")
        show = known if known in TABS else "all"
        return f"{page}?show={show}&file={following.pk}"
    return reverse("import-file", args=(batch.pk, following.pk))
