"""The pages on which a clerk hands over old files and says what becomes of them."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from jiheng.rulebook.messages import say
from jiheng.web.access.situations import posts_of
from jiheng.web.chain.views import CONFLICT, FORBIDDEN
from jiheng.web.forms.beginning import units_of
from jiheng.web.language import language_of
from jiheng.web.pages.desk import show_year
from jiheng.web.pages.keys import key_in
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.models import Organisation
from jiheng.web.prefill.making import make
from jiheng.web.prefill.models import Intake
from jiheng.web.prefill.planning import Outcome
from jiheng.web.prefill.preview import shown
from jiheng.web.prefill.reading import MOST_FILES, BadFiles, Wish, take_in


def prefill(request: HttpRequest) -> HttpResponse:
    """Show the ways in which forms begin from what exists, or read files."""
    person = visitor(request)
    units = units_of(posts_of(person))
    if not units:
        return render(request, "403.html", status=FORBIDDEN)
    context = _choice(units, request)
    if request.method != "POST":
        return render(request, "prefill/hand-over.html", context)
    wish = Wish(person=person, unit=_unit(units, request), year=_year(request))
    files: list[UploadedFile] = request.FILES.getlist("files")
    try:
        intake = take_in(wish, files)
    except BadFiles as error:
        language = language_of(request)
        values = {"name": error.name, "most": str(MOST_FILES)}
        context["refused"] = say(f"prefill.{error.why}", language, **values)
        return render(request, "prefill/hand-over.html", context, status=CONFLICT)
    return redirect("prefill-intake", key=intake.pk)


def intake_page(request: HttpRequest, key: int) -> HttpResponse:
    """Show what was read and what would become of it, or let it become that."""
    person = visitor(request)
    intake = Intake.objects.filter(pk=key, person=person).select_related("organisation").first()
    if intake is None or intake.organisation not in units_of(posts_of(person)):
        raise Http404
    if request.method != "POST":
        rows = tuple(shown(intake, language_of(request)))
        taken = sum(each.can_be_taken for each in rows)
        context = {"intake": intake, "rows": rows, "can_be_taken": taken}
        return render(request, "prefill/look.html", context)
    became = make(intake, _keys(request, "form"), _keys(request, "over"))
    told = say(
        "prefill.done",
        language_of(request),
        drafts=str(became[Outcome.DRAFT]),
        filled=str(became[Outcome.FILL]),
    )
    messages.success(request, told)
    show_year(request, intake.year)
    return redirect("tasks")


def _choice(units: tuple[Organisation, ...], request: HttpRequest) -> dict[str, object]:
    now = timezone.localdate().year
    return {
        "units": units,
        "years": (now - 1, now, now + 1),
        "year": _year(request),
        "most": MOST_FILES,
    }


def _unit(units: tuple[Organisation, ...], request: HttpRequest) -> Organisation:
    return next((unit for unit in units if str(unit.pk) == request.POST.get("unit")), units[0])


def _year(request: HttpRequest) -> int:
    now, sent = timezone.localdate().year, request.POST.get("year", "")
    return int(sent) if sent in {str(now - 1), str(now), str(now + 1)} else now


def _keys(request: HttpRequest, name: str) -> frozenset[int]:
    return frozenset(key_in(each) for each in request.POST.getlist(name))
