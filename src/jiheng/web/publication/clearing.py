"""保密审查 and 脱敏 of one form."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from jiheng.rulebook.messages import say
from jiheng.web.access.fetching import allowed_actions, record_for
from jiheng.web.chain.actions.mask_texts import mask_texts
from jiheng.web.chain.actions.review_secrecy import review_secrecy
from jiheng.web.chain.order import Order, Refused
from jiheng.web.chain.steps import Action
from jiheng.web.chain.views import CONFLICT, FORBIDDEN, why
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import OutOfDate
from jiheng.web.language import language_of
from jiheng.web.pages.keys import key_in
from jiheng.web.pages.visitor import visitor
from jiheng.web.publication.models import Clearance, Verdict
from jiheng.web.publication.outside import file_response
from jiheng.web.publication.packing import publication_of_one
from jiheng.web.publication.showing import added_to, choices, spots
from jiheng.web.publication.wishes import Masks, Secrecy
from jiheng.writers.publication import write_package

_MOST_ADDED = 100
_LONGEST = 200


def review(request: HttpRequest, number: str) -> HttpResponse:
    """Show what would be published of a form, or keep the review's result."""
    person = visitor(request)
    record = record_for(person, number)
    if Action.REVIEW_SECRECY not in allowed_actions(person, record):
        return render(request, "403.html", status=FORBIDDEN)
    if request.method != "POST":
        return _review(request, record)
    verdict = request.POST.get("verdict", "")
    secrecy = Secrecy(
        verdict=Verdict(verdict) if verdict in Verdict.values else Verdict.WAITING,
        withheld=tuple(request.POST.getlist("withheld")),
    )
    try:
        review_secrecy(_order(request, record), secrecy)
    except (Refused, OutOfDate) as refusal:
        return _review(request, record, why(refusal, request))
    _tell(request, record, Action.REVIEW_SECRECY)
    is_out = secrecy.verdict is Verdict.REFUSED or not spots(record, "", language_of(request))
    return redirect("publication") if is_out else redirect("mask-texts", number=number)


def masks(request: HttpRequest, number: str) -> HttpResponse:
    """Show what is masked in a form, or keep what is released and what is masked besides."""
    person = visitor(request)
    record = record_for(person, number)
    if Action.MASK_TEXTS not in allowed_actions(person, record):
        return render(request, "403.html", status=FORBIDDEN)
    if request.method != "POST":
        return _masks(request, record)
    try:
        mask_texts(_order(request, record), _sent(request, record))
    except (Refused, OutOfDate) as refusal:
        return _masks(request, record, why(refusal, request))
    _tell(request, record, Action.MASK_TEXTS)
    return redirect("publication")


@require_safe
def preview(request: HttpRequest, number: str, path: str) -> HttpResponse:
    """Show a form as it would be published, by a package that holds nothing else."""
    record = record_for(visitor(request), number)
    files = dict(write_package(publication_of_one(record)))
    if path not in files:
        raise Http404
    return file_response(path, files[path])


def _order(request: HttpRequest, record: FormRecord) -> Order:
    return Order(
        person=visitor(request),
        record=record.pk,
        version=key_in(request.POST.get("version", "")),
        reason=request.POST.get("reason", ""),
    )


def _sent(request: HttpRequest, record: FormRecord) -> Masks:
    """What was ticked among what the page showed, and the lines of the field."""
    ticked = set(request.POST.getlist("released"))
    shown = spots(record, _also(request), language_of(request))
    lines = (line.strip() for line in request.POST.get("added", "").splitlines())
    added = dict.fromkeys(line[:_LONGEST] for line in lines if len(line) > 1)
    return Masks(
        released=tuple(each.proposal.place for each in shown if each.value in ticked),
        added=tuple(added)[:_MOST_ADDED],
    )


def _also(request: HttpRequest) -> str:
    return (request.POST.get("also") or request.GET.get("also") or "").strip()[:_LONGEST]


def _review(request: HttpRequest, record: FormRecord, refused: str = "") -> HttpResponse:
    chosen = tuple(request.POST.getlist("withheld"))
    context = {
        "record": record,
        "clearance": Clearance.objects.get(record=record),
        "verdicts": tuple(each for each in Verdict if each is not Verdict.WAITING),
        "verdict": request.POST.get("verdict", Verdict.PUBLIC),
        "choices": choices(record, chosen),
        "spots": spots(record, "", language_of(request)),
        "refused": refused,
    }
    status = CONFLICT if refused else None
    return render(request, "publication/review.html", context, status=status)


def _masks(request: HttpRequest, record: FormRecord, refused: str = "") -> HttpResponse:
    context = {
        "record": record,
        "clearance": Clearance.objects.get(record=record),
        "spots": spots(record, _also(request), language_of(request)),
        "added": "\n".join(added_to(record)),
        "also": _also(request),
        "refused": refused,
    }
    status = CONFLICT if refused else None
    return render(request, "publication/masks.html", context, status=status)


def _tell(request: HttpRequest, record: FormRecord, action: Action) -> None:
    language = language_of(request)
    name = say(f"web.action.{action}", language)
    messages.success(request, say("web.done", language, action=name, project=record.project))
