"""What the reviews of a sample say, and how anybody draws it again."""

from importlib.resources import files

from django.http import FileResponse, Http404, HttpRequest

from jiheng.corpus.draw.estimate import Estimate
from jiheng.web.api.figures import cents
from jiheng.web.api.operations.around import KeyIn, attached
from jiheng.web.api.operations.draws import ONE, framed
from jiheng.web.api.operations.sampled import SampledForm, sampled
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Wire
from jiheng.web.sampling.pages.results import CSV, PYTHON
from jiheng.web.sampling.results import Part, as_csv, results
from jiheng.web.sampling.sample import sample


class Estimated(Wire, frozen=True, kw_only=True):
    """The mean difference in points with its interval, whose ends are null where too few say it.

    Attributes:
        level: how often such an interval holds the true mean, in per cent.
    """

    mean: str
    low: str | None
    high: str | None
    level: str
    checked: int


class ResultPart(Wire, frozen=True, kw_only=True):
    """A stratum, or all of them under no name; money in yuan."""

    name: str
    forms: int
    money: str | None
    drawn: int
    drawn_money: str | None
    settled: int
    estimate: Estimated | None


class DrawResults(Wire, frozen=True, kw_only=True):
    """What the reviews of a sample say; ``by_money``: of every yuan, and not of every form.

    Attributes:
        must: forms that only must be checked; they are no part of any estimate.
    """

    by_money: bool
    whole: ResultPart
    strata: tuple[ResultPart, ...]
    drawn: tuple[SampledForm, ...]
    must: tuple[SampledForm, ...]


def draw_results(request: HttpRequest, key: KeyIn) -> DrawResults:
    """Return how far reviews lie from self-evaluations, of all and by stratum."""
    one = framed(request, key).draw
    found = results(one, sample(one))
    if found is None:
        raise Http404
    return DrawResults(
        by_money=found.by_money,
        whole=_part(found.whole),
        strata=tuple(_part(each) for each in found.parts),
        drawn=tuple(sampled(each) for each in found.drawn),
        must=tuple(sampled(each) for each in found.must),
    )


def results_file(request: HttpRequest, key: KeyIn) -> FileResponse:
    """Return the settled reviews as ``jiheng draw estimate`` takes them."""
    one = framed(request, key).draw
    found = results(one, sample(one))
    if found is None:
        raise Http404
    return attached(as_csv(found.drawn), "results.csv", CSV)


def recompute(request: HttpRequest) -> FileResponse:
    """Return a page of code that draws again with Python alone."""
    del request
    text = (files("jiheng.corpus.draw") / "by_hand.py").read_bytes()
    return attached(text, "recompute.py", PYTHON)


def _part(part: Part) -> ResultPart:
    return ResultPart(
        name=part.name,
        forms=part.forms,
        money=cents(part.money),
        drawn=part.drawn,
        drawn_money=cents(part.drawn_money),
        settled=part.settled,
        estimate=_estimated(part.found) if part.found else None,
    )


def _estimated(found: Estimate) -> Estimated:
    return Estimated(
        mean=f"{found.mean:.4f}",
        low=None if found.low is None else f"{found.low:.4f}",
        high=None if found.high is None else f"{found.high:.4f}",
        level=f"{found.level:.0%}".rstrip("%"),
        checked=found.checked,
    )


OPERATIONS = (
    Operation(
        name="draw-results",
        method="GET",
        path=f"{ONE}/results",
        view=draw_results,
        answer=DrawResults,
    ),
    Operation(
        name="results-file",
        method="GET",
        path=f"{ONE}/results/files/csv",
        view=results_file,
        media=(CSV,),
    ),
    Operation(
        name="recompute",
        method="GET",
        path="/recompute.py",
        view=recompute,
        media=(PYTHON,),
    ),
)
