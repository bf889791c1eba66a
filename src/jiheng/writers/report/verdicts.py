"""The table of all forms: verdict, scores, rate, counts, and what to look at first."""

from jiheng.model.audit import Run, ScoreLine
from jiheng.writers.report.agreement import span
from jiheng.writers.report.badge import badge, count_boxes
from jiheng.writers.report.execution import execution_rate, with_sign
from jiheng.writers.report.form_section import verdict_tag
from jiheng.writers.report.markup import Html, el, join
from jiheng.writers.report.order import most_pressing, tally
from jiheng.writers.report.score import grade_words
from jiheng.writers.report.view import FormView
from jiheng.writers.report.voice import Voice

_COLUMNS = (
    "number",
    "project",
    "verdict",
    "printed",
    "recomputed",
    "grade",
    "rate",
    "counts",
    "first",
)
_NUMERIC = frozenset({"printed", "recomputed", "rate"})


def verdict_table(views: tuple[FormView, ...], run: Run, voice: Voice) -> Html:
    """Return one line a form and the line of totals."""
    heads = (
        el("th", voice(f"verdicts.{name}"), scope="col", class_="num" if name in _NUMERIC else None)
        for name in _COLUMNS
    )
    return el(
        "section",
        el("h2", voice("verdicts.heading"), el("small", voice("verdicts.note"))),
        el(
            "div",
            el(
                "table",
                el("thead", el("tr", *heads)),
                el("tbody", *(_line(view, voice) for view in views)),
                el("tfoot", _totals(views, run, voice)),
                class_="verdicts stack",
            ),
            class_="scroll",
        ),
        class_="card",
    )


def _line(view: FormView, voice: Voice) -> Html:
    audit = view.entry.audit
    score = audit.score
    return el(
        "tr",
        el("td", str(view.number)),
        el("th", el("a", view.name, href=f"#{view.id}"), scope="row"),
        el("td", verdict_tag(view, voice)),
        _named("printed", score.printed or "—", voice, class_="num"),
        _named("recomputed", _recomputed(score, voice), voice, class_="num"),
        _named("grade", grade_words(score.grade_recomputed), voice),
        _named("rate", execution_rate(view.form, view.entry.pack) or "—", voice, class_="num"),
        _named("counts", count_boxes(tally(view.findings), voice), voice),
        el("td", _first(view, voice), class_="first"),
    )


def _named(
    column: str, content: Html | str | None, voice: Voice, class_: str | None = None
) -> Html:
    """Return a cell that carries its column's heading, for screens too narrow for columns."""
    return el("td", content, class_=class_, data_label=voice(f"verdicts.{column}"))


def _recomputed(score: ScoreLine, voice: Voice) -> str:
    return span(score.recomputed) if score.recomputed else voice("agreement.unknown")


def _first(view: FormView, voice: Voice) -> Html:
    first = most_pressing(view.findings)
    if first is None:
        return el("span", voice(f"verdicts.{_why_none(view)}"), class_="nothing")
    return el("span", badge(view, first, voice), " ", first.finding.message)


def _why_none(view: FormView) -> str:
    if tally(view.findings)[-1]:
        return "only_hints"
    return "all_waived" if view.entry.audit.waived else "nothing"


def _totals(views: tuple[FormView, ...], run: Run, voice: Voice) -> Html:
    verdicts = [view.entry.audit.verdict for view in views]
    counts = zip(*(tally(view.findings) for view in views), strict=True)
    by_mean = with_sign(run.execution_by_mean)
    return el(
        "tr",
        el("td"),
        el("th", voice("verdicts.total", count=str(run.forms)), scope="row"),
        el("td", voice("verdicts.with_errors", count=str(verdicts.count("error")))),
        _named("printed", run.score_by_mean or "—", voice, class_="num"),
        el("td"),
        el("td"),
        _named("rate", with_sign(run.execution_by_money) or "—", voice, class_="num"),
        _named("counts", " / ".join(str(sum(each)) for each in counts), voice),
        el("td", _how_summed(run, by_mean, voice), class_="wide"),
    )


def _how_summed(run: Run, by_mean: str | None, voice: Voice) -> Html:
    parts = (
        voice("verdicts.by_mean", rate=by_mean) if by_mean else None,
        voice("verdicts.score_by_money", score=run.score_by_money) if run.score_by_money else None,
    )
    return join(*(el("span", part, class_="sum") for part in parts if part))
