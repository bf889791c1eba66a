"""一页摘要: a dashboard as the words, numbers and places of one printed page."""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.rulebook.messages import say
from jiheng.web.dashboards.charts.execution import rate_scale
from jiheng.web.dashboards.charts.intervals import score_scale
from jiheng.web.dashboards.counting import Sums, merged
from jiheng.web.dashboards.overview import Kind, Overview
from jiheng.web.dashboards.rows import Row
from jiheng.web.dashboards.templatetags.behind import two_places, wan
from jiheng.web.lists.tally import KINDS
from jiheng.web.pages.templatetags.words import percent, points
from jiheng.writers.charts.label import cut_to, short_name
from jiheng.writers.charts.scale import Scale
from jiheng.writers.summary import MOST_LINES
from jiheng.writers.summary.page import Axis, Figure, Grid, Line, Stack, SummaryPage

_WHOLE = 1000
_NAME = 28
_HEADINGS = (
    "name", "sent", "budget", "executed", "by-money", "by-mean", "printed", "recomputed",
    "faulty", "findings",
)  # fmt: skip


class _Voice(Struct, frozen=True, kw_only=True):
    """Says the sentences of the dashboards in one language."""

    language: str

    def __call__(self, key: str, /, **values: str) -> str:
        return say(f"dashboards.{key}", self.language, **values)


def summary_page(shown: Overview, moment: str, language: str) -> SummaryPage:
    """Return the page of an overview.

    Args:
        shown: what is to be summed up.
        moment: until when it holds, in words.
        language: in which the page speaks.
    """
    voice = _Voice(language=language)
    everything = (*(row.sums for row in shown.parts), shown.sums)
    rates = rate_scale(everything, 0, _WHOLE)
    scores = score_scale(everything, 0, _WHOLE)
    return SummaryPage(
        title=voice("heading", year=str(shown.choice.year)),
        about=_about(shown, moment, voice),
        figures=tuple(_figures(shown, voice)),
        headings=tuple(voice(f"short.{each}") for each in _HEADINGS),
        execution_title=voice("chart.execution"),
        execution=_axis(rates, "%"),
        scores_title=voice("chart.intervals"),
        scores=_axis(scores),
        lines=tuple(_lines(shown, rates, scores, voice)),
        stacks_title=voice("chart.kinds"),
        severities=tuple(voice(each) for each in ("errors", "warnings", "hints")),
        stacks=tuple(_stacks(shown.kinds, language)),
        grids=(_grades(shown, voice), _years(shown, voice)),
        notes=(voice("short.marks"), voice("matrix.note"), voice("table.order")),
    )


def _about(shown: Overview, moment: str, voice: _Voice) -> str:
    which = "all" if shown.choice.which is None else shown.choice.which.value
    parts = (shown.place.name, voice(f"of-{which}"), voice("as-of", moment=moment))
    return "　".join(parts)


def _figures(shown: Overview, voice: _Voice) -> Iterator[Figure]:
    sums = shown.sums
    yield Figure(
        label=voice("forms"),
        value=f"{shown.sent} / {shown.forms}",
        note=voice("short.standings", **{k.value: str(v) for k, v in shown.standings.items()}),
    )
    yield Figure(
        label=voice("execution"),
        value=percent(sums.by_money),
        note=voice("short.by-mean-of", rate=percent(sums.by_mean)),
    )
    yield Figure(
        label=voice("scores", count=str(sums.scored)),
        value=two_places(sums.printed_mean),
        note=voice("short.recomputed-of", span=_span(sums)),
    )
    yield Figure(
        label=voice("to-check"),
        value=str(sums.faulty),
        note=voice("share", share=percent(shown.faulty_share)),
    )
    yield Figure(
        label=voice("findings"),
        value=str(sums.findings),
        note=voice("short.counts", errors=str(sums.errors), warnings=str(sums.warnings),
                   hints=str(sums.hints)),
    )  # fmt: skip


def _lines(shown: Overview, rates: Scale, scores: Scale, voice: _Voice) -> Iterator[Line]:
    """The organisations; those that would not fit together in one line; the sum."""
    parts = shown.parts
    kept = parts if len(parts) <= MOST_LINES else parts[: MOST_LINES - 1]
    rest = parts[len(kept) :]
    for row in kept:
        name = cut_to(short_name(row.name, shown.place.name), _NAME)
        yield _line(name, _sent(row), row.sums, rates, scores)
    if rest:
        sent = f"{sum(row.sent for row in rest)} / {sum(row.forms for row in rest)}"
        sums = merged(row.sums for row in rest)
        yield _line(voice("short.rest", count=str(len(rest))), sent, sums, rates, scores)
    total = f"{shown.sent} / {shown.forms}"
    yield _line(voice("table.total"), total, shown.sums, rates, scores)


def _sent(row: Row) -> str:
    return f"{row.sent} / {row.forms}"


def _line(name: str, sent: str, sums: Sums, rates: Scale, scores: Scale) -> Line:
    return Line(
        name=name,
        cells=(
            sent,
            wan(sums.budget),
            wan(sums.executed),
            percent(sums.by_money),
            percent(sums.by_mean),
            two_places(sums.printed_mean),
            _span(sums),
            str(sums.faulty),
            f"{sums.errors} / {sums.warnings} / {sums.hints}",
        ),
        money=_at(rates, sums.by_money),
        mean=_at(rates, sums.by_mean),
        is_low=sums.is_low,
        low=_at(scores, sums.low_mean),
        high=_at(scores, sums.high_mean),
        printed=_at(scores, sums.printed_mean),
    )


def _span(sums: Sums) -> str:
    if not sums.scored:
        return two_places(None)
    return f"{two_places(sums.low_mean)}–{two_places(sums.high_mean)}"


def _at(scale: Scale, value: int | None) -> int | None:
    return None if value is None else scale.at(value)


def _axis(scale: Scale, sign: str = "") -> Axis:
    return Axis(ticks=tuple((points(tick.value) + sign, tick.at) for tick in scale.ticks))


def _stacks(kinds: tuple[Kind, ...], language: str) -> Iterator[Stack]:
    most = max(kind.findings for kind in kinds) or 1
    for kind in kinds:
        counts = tuple(part.findings for part in kind.parts)
        yield Stack(
            name=say(f"lists.kinds.{kind.kind}", language),
            parts=tuple(count * _WHOLE // most for count in counts),
            counts=counts,
            total=kind.findings,
        )


def _grades(shown: Overview, voice: _Voice) -> Grid:
    matrix, unknown, total = shown.matrix, voice("matrix.unknown"), voice("table.total")
    rows = tuple(
        (row.grade or unknown, *(str(cell.forms) for cell in row.cells), str(row.total.forms))
        for row in matrix.rows
    )
    totals = (total, *(str(cell.forms) for cell in matrix.totals), str(matrix.total.forms))
    spans = tuple(each or unknown for each in matrix.headings)
    return Grid(
        title=voice("short.grades"),
        headings=(voice("matrix.printed"), *spans, total),
        rows=(*rows, totals),
    )


def _years(shown: Overview, voice: _Voice) -> Grid:
    names = tuple(say(f"lists.kinds.{kind}", voice.language) for kind in KINDS)
    ends = ("findings", "short.by-money", "short.printed")
    return Grid(
        title=voice("chart.years"),
        headings=(
            voice("years.year"), voice("years.forms"), *names, *(voice(end) for end in ends)
        ),
        rows=tuple(
            (
                str(each.year),
                str(each.sums.forms),
                *(str(kind.findings) for kind in each.kinds),
                str(each.sums.findings),
                percent(each.sums.by_money),
                two_places(each.sums.printed_mean),
            )
            for each in shown.years
        ),
        has_sum=False,
    )  # fmt: skip
