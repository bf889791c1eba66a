"""``report.html``: one file that needs no network and no script."""

from datetime import datetime

from jiheng.model.audit import Run, Verdict
from jiheng.writers.report.basis import basis, numbers_of, uses
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.form_section import form_section
from jiheng.writers.report.frame import asset, framed
from jiheng.writers.report.markup import Html, el
from jiheng.writers.report.masthead import banners, masthead
from jiheng.writers.report.run_findings import refusals, run_findings
from jiheng.writers.report.verdicts import verdict_table
from jiheng.writers.report.view import FormView, view_form
from jiheng.writers.report.voice import Voice

_GRAVITY: tuple[Verdict, ...] = ("error", "warning", "clean")
_HERE = "jiheng.writers.report"


def write_report(
    entries: tuple[ReportEntry, ...],
    run: Run,
    *,
    command: str,
    generated: datetime,
    language: str = "zh",
    left_out: int = 0,
) -> str:
    """Return the report of one run as a page of HTML.

    Args:
        entries: every form that was read, in the order of the report.
        run: what is said of all forms together, and the files that could not be read.
        command: the command line that made the report, so that it can be made again.
        generated: when the report was made.
        language: of the report's own words; findings keep the language they were made in.
        left_out: how many cells of findings could have been shown on their pages and are not.
    """
    voice = Voice(language=language)
    cited = uses(entries, run)
    numbers = numbers_of(cited)
    views = tuple(view_form(number, entry, numbers) for number, entry in enumerate(entries, 1))
    body = el(
        "main",
        banners(entries, voice),
        el("p", voice("cutting.left_out", count=str(left_out)), class_="banner", role="note")
        if left_out
        else None,
        verdict_table(views, run, voice) if views else None,
        refusals(run, voice),
        run_findings(views, run, voice),
        _forms(views, voice) if views else None,
        basis(cited, entries, voice),
    )
    head = masthead(entries, command=command, generated=generated, voice=voice)
    return framed(
        voice("title"),
        head,
        body,
        language=language,
        style=asset(_HERE, "report.css"),
        script=asset(_HERE, "report.js"),
        has_pictures=any(entry.cuttings for entry in entries),
    )


def _forms(views: tuple[FormView, ...], voice: Voice) -> Html:
    opened = _worst(views)
    sections = (form_section(view, voice, is_open=view is opened) for view in views)
    return el("section", *sections, class_="card forms")


def _worst(views: tuple[FormView, ...]) -> FormView | None:
    """The form that stands open: the first of those with the gravest verdict."""
    return min(views, key=lambda view: _GRAVITY.index(view.entry.audit.verdict), default=None)
