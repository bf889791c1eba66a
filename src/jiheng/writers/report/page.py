"""``report.html``: one file that needs no network and no script."""

from base64 import b64encode
from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jiheng.model.audit import Run, Verdict
from jiheng.writers.report.basis import basis, numbers_of, uses
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.form_section import form_section
from jiheng.writers.report.markup import Html, el
from jiheng.writers.report.masthead import banners, masthead
from jiheng.writers.report.run_findings import refusals, run_findings
from jiheng.writers.report.verdicts import verdict_table
from jiheng.writers.report.view import FormView, view_form
from jiheng.writers.report.voice import Voice

_GRAVITY: tuple[Verdict, ...] = ("error", "warning", "clean")
_LANGUAGES = {"zh": "zh-CN", "en": "en"}


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
    opened = _worst(views)
    body = el(
        "main",
        banners(entries, voice),
        el("p", voice("cutting.left_out", count=str(left_out)), class_="banner", role="note")
        if left_out
        else None,
        verdict_table(views, run, voice) if views else None,
        refusals(run, voice),
        run_findings(views, run, voice),
        el(
            "section",
            *(form_section(view, voice, is_open=view is opened) for view in views),
            class_="card forms",
        )
        if views
        else None,
        basis(cited, entries, voice),
    )
    head = masthead(entries, command=command, generated=generated, voice=voice)
    page = el(
        "html", _head(voice, entries), el("body", head, body, _script()), lang=_LANGUAGES[language]
    )
    return f"<!doctype html>\n{page}\n"


def _worst(views: tuple[FormView, ...]) -> FormView | None:
    """The form that stands open: the first of those with the gravest verdict."""
    return min(views, key=lambda view: _GRAVITY.index(view.entry.audit.verdict), default=None)


def _head(voice: Voice, entries: tuple[ReportEntry, ...]) -> Html:
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy(entries)),
        el("title", voice("title")),
        el("style", _asset("report.css")),
    )


def _script() -> Html:
    return el("script", _asset("report.js"))


def _policy(entries: tuple[ReportEntry, ...]) -> str:
    """Lets the page load nothing, and run our own script alone, whatever a form may contain.

    Pictures may only be those that stand in the page itself, and only where it has any.
    """
    pictures = "img-src data:; " if any(entry.cuttings for entry in entries) else ""
    return (
        f"default-src 'none'; {pictures}style-src 'unsafe-inline'; "
        f"script-src 'sha256-{_script_digest()}'; base-uri 'none'; form-action 'none'"
    )


@cache
def _script_digest() -> str:
    return b64encode(sha256(_asset("report.js").encode()).digest()).decode()


@cache
def _asset(name: str) -> Html:
    """A file that stands beside this module; it is ours and needs no escaping."""
    return Html((files("jiheng.writers.report") / name).read_text(encoding="utf-8"))
