"""The page of a form's evidence, its papers, its dossier, and the year's switch."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import record_for
from jiheng.web.chain.order import Refused
from jiheng.web.chain.steps import EVALUATED
from jiheng.web.chain.views import CONFLICT, FORBIDDEN, why
from jiheng.web.evidence.asking import ask_for_evidence, lines_of, places_of
from jiheng.web.evidence.doing import attach_uploads, attest, may, remove, take_back
from jiheng.web.evidence.dossier import sealed_form
from jiheng.web.evidence.models import Paper, Seal
from jiheng.web.evidence.permission import (
    decide_attaching,
    decide_attesting,
    decide_sealing,
)
from jiheng.web.evidence.rows import anchor_of, proofs_of, shown_rows
from jiheng.web.files.proofs import MOST_FILES, BadProof
from jiheng.web.files.storing import path_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remembering import judged, read_papers
from jiheng.web.forms.saving import form_of
from jiheng.web.language import language_of
from jiheng.web.pages.desk import desk_of
from jiheng.web.pages.keys import key_in
from jiheng.web.pages.visitor import visitor
from jiheng.web.papers.views import file_name
from jiheng.web.people.models import Person

MOVES = {"remove": remove, "attest": attest, "take-back": take_back}
_ZIP = "application/zip"


def evidence_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show the scored rows of a form with their papers, or attach some to one of them."""
    person = visitor(request)
    record = record_for(person, number)
    if record.step not in EVALUATED:
        raise Http404
    if request.method != "POST":
        return render(request, "evidence/page.html", _page(request, record))
    row, sent = request.POST.get("row", ""), request.FILES.getlist("file")
    try:
        papers = attach_uploads(person, record, row, sent)
    except (Refused, BadProof) as refusal:
        if _is_ruling(refusal):
            return render(request, "403.html", status=FORBIDDEN)
        context = {**_page(request, record), "refused": _why(refusal, request)}
        return render(request, "evidence/page.html", context, status=CONFLICT)
    told = say("proofs.attached", language_of(request), count=str(len(papers)))
    messages.success(request, told)
    return redirect(f"{reverse('evidence', args=(number,))}#{anchor_of(row)}")


@require_POST
def move_paper(request: HttpRequest, number: str, key: int, what: str) -> HttpResponse:
    """Take a paper away, say that it is true, or take that back."""
    person = visitor(request)
    paper = paper_of(record_for(person, number), key)
    if what not in MOVES:
        raise Http404
    try:
        MOVES[what](person, paper)
    except Refused as refusal:
        if _is_ruling(refusal):
            return render(request, "403.html", status=FORBIDDEN)
        messages.error(request, why(refusal, request))
    else:
        name = paper.file.name
        messages.success(request, say(f"proofs.done-{what}", language_of(request), name=name))
    return redirect(f"{reverse('evidence', args=(number,))}#{anchor_of(paper.row)}")


@require_safe
def paper_file(request: HttpRequest, key: int) -> FileResponse:
    """Send a paper to whoever sees its form."""
    return kept_paper(visitor(request), key)


@require_POST
def dossier(request: HttpRequest, number: str) -> HttpResponse | FileResponse:
    """Seal a form with all that belongs to it, and send the dossier."""
    person = visitor(request)
    record = record_for(person, number)
    try:
        return dossier_file(person, record)
    except Refused as refusal:
        if _is_ruling(refusal):
            return render(request, "403.html", status=FORBIDDEN)
        messages.error(request, why(refusal, request))
        return redirect("evidence", number=number)


def evidence_years(request: HttpRequest) -> HttpResponse:
    """Show of which years evidence is asked, or change that for one."""
    person, desk = visitor(request), desk_of(request)
    places = places_of(person)
    if not places:
        return render(request, "403.html", status=FORBIDDEN)
    if request.method == "POST":
        place = next((each for each in places if str(each.pk) == request.POST.get("at")), None)
        year = key_in(request.POST.get("year", ""))
        if place is None or year not in {each.year for each in desk.years}:
            raise Http404
        is_on = request.POST.get("ask") == "1"
        ask_for_evidence(person, place, year, ask=is_on)
        key = "proofs.asked" if is_on else "proofs.spared"
        messages.success(request, say(key, language_of(request), year=str(year)))
        return redirect("evidence-years")
    years = tuple(each.year for each in desk.years)
    context = {"lines": lines_of(places, years)}
    return render(request, "evidence/years.html", context)


def paper_of(record: FormRecord, key: int) -> Paper:
    """Return a paper of a form.

    Raises:
        Http404: there is none.
    """
    found = Paper.objects.filter(record=record, pk=key).select_related("file", "record").first()
    if found is None:
        raise Http404
    return found


def kept_paper(person: Person, key: int) -> FileResponse:
    """Return a paper of a form that somebody sees, always as a file to keep.

    Raises:
        Http404: there is none, or none for them.
    """
    paper = Paper.objects.filter(pk=key).select_related("file", "record").first()
    if paper is None:
        raise Http404
    record_for(person, paper.record.number)
    return FileResponse(
        path_of(paper.file).open("rb"),
        as_attachment=True,
        filename=paper.file.name,
        content_type="application/octet-stream",
    )


def dossier_file(person: Person, record: FormRecord) -> FileResponse:
    """Return the sealed dossier of a form.

    Raises:
        Refused: it cannot be sealed, or not for this person.
    """
    sealed = sealed_form(person, record)
    return FileResponse(
        sealed.content,
        as_attachment=True,
        filename=file_name(record, "dossier.zip", "proofs.file-dossier"),
        content_type=_ZIP,
        headers={"X-Seal": sealed.seal.sha256},
    )


def _page(request: HttpRequest, record: FormRecord) -> dict[str, object]:
    person, language = visitor(request), language_of(request)
    found = judged(form_of(record), language, record.papers)
    papers = read_papers(record.papers)
    return {
        "record": record,
        "rows": shown_rows(record, found, language),
        "proofs": proofs_of(found),
        "are_asked": papers is not None and papers.are_asked,
        "may_attach": may(decide_attaching, person, record),
        "may_attest": may(decide_attesting, person, record),
        "may_seal": may(decide_sealing, person, record),
        "seals": Seal.objects.filter(record=record).select_related("sealed_by"),
        "most": MOST_FILES,
    }


def _is_ruling(refusal: Refused | BadProof) -> bool:
    return refusal.why.startswith("ruling.")


def _why(refusal: Refused | BadProof, request: HttpRequest) -> str:
    if isinstance(refusal, BadProof):
        return say(f"sections.{refusal.why}", language_of(request), name=refusal.name)
    return why(refusal, request)
