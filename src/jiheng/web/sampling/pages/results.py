"""What a sample says, and how anybody can draw it again."""

from importlib.resources import files

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jiheng.web.sampling.models import DrawState
from jiheng.web.sampling.pages.frame import frame_of
from jiheng.web.sampling.results import as_csv, results
from jiheng.web.sampling.running import number_to_come
from jiheng.web.sampling.sample import sample

CSV = "text/csv; charset=utf-8"
PYTHON = "text/x-python; charset=utf-8"


@require_safe
def results_page(request: HttpRequest, key: str) -> HttpResponse:
    """Show how far reviews lie from self-evaluations, of all and by stratum."""
    frame = frame_of(request, key)
    found = results(frame.draw, sample(frame.draw))
    return render(
        request, "sampling/results.html", {"frame": frame, "draw": frame.draw, "found": found}
    )


@require_safe
def results_csv(request: HttpRequest, key: str) -> HttpResponse:
    """Send the settled reviews as ``jiheng draw estimate`` takes them."""
    frame = frame_of(request, key)
    found = results(frame.draw, sample(frame.draw))
    if found is None:
        raise Http404
    answer = HttpResponse(as_csv(found.drawn), content_type=CSV)
    answer["Content-Disposition"] = 'attachment; filename="results.csv"'
    return answer


@require_safe
def how(request: HttpRequest, key: str) -> HttpResponse:
    """Show how a third party draws the sample again with nothing but the published paper."""
    frame = frame_of(request, key)
    context = {
        "frame": frame,
        "draw": frame.draw,
        "number_to_come": number_to_come(frame.draw),
        "is_drawn": frame.state is DrawState.DRAWN,
    }
    return render(request, "sampling/how.html", context)


@require_safe
def recompute(request: HttpRequest) -> HttpResponse:
    """Send a page of code that draws again with Python alone."""
    text = (files("jiheng.corpus.draw") / "by_hand.py").read_bytes()
    answer = HttpResponse(text, content_type=PYTHON)
    answer["Content-Disposition"] = 'attachment; filename="recompute.py"'
    return answer
