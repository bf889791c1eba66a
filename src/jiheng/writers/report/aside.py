"""The column beside a form: its score, its findings, what passed and what was hard to read."""

from jiheng.model.form import Doubt
from jiheng.writers.report.basis import silent_id
from jiheng.writers.report.finding_list import finding_list
from jiheng.writers.report.markup import Html, el
from jiheng.writers.report.order import SEVERITIES, Numbered, Standing
from jiheng.writers.report.places import name_of
from jiheng.writers.report.score import score_panel
from jiheng.writers.report.view import FormView
from jiheng.writers.report.voice import Voice


def aside(view: FormView, voice: Voice) -> Html:
    """Return the column beside the form."""
    return el(
        "div",
        score_panel(view.entry, voice),
        _pack_line(view, voice),
        _counted(view, voice),
        _apart(view, "waived", voice),
        _apart(view, "told-once", voice),
        _doubts(view, voice),
        _passes(view, voice),
        _silent(view, voice),
        class_="aside",
    )


def _pack_line(view: FormView, voice: Voice) -> Html:
    pack, audit = view.entry.pack, view.entry.audit
    name = voice("pack.name", title=pack.named, version=pack.version)
    return el("p", el("b", name), el("span", audit.pack_why), class_="pack")


def _counted(view: FormView, voice: Voice) -> Html:
    counted = [each for each in view.findings if each.standing == "counted"]
    if not counted:
        # What was let stand is listed next; beside it "nothing" would be no true word.
        waived = view.entry.audit.waived
        return Html() if waived else el("p", voice("form.nothing_found"), class_="nothing")
    heading = el("h4", voice("form.findings", count=str(len(counted))), class_="part")
    return el(
        "section",
        heading,
        *_chips(view, counted, voice),
        finding_list(view, counted, voice),
        class_="counted",
    )


def _chips(view: FormView, counted: list[Numbered], voice: Voice) -> tuple[Html, ...]:
    """What to show of the list: everything, or one severity; nothing where there is only one."""
    told = [each.finding.severity for each in counted]
    present = [severity for severity in SEVERITIES if severity in told]
    if len(present) == 1:
        return ()
    names = {"all": len(told), **{severity: told.count(severity) for severity in present}}
    return tuple(
        part
        for name, count in names.items()
        for part in _chip(view, name, voice(f"show.{name}", count=str(count)))
    )


def _chip(view: FormView, name: str, words: str) -> tuple[Html, Html]:
    key = f"{view.id}-show-{name}"
    choice = el(
        "input",
        type="radio",
        name=f"{view.id}-show",
        id=key,
        class_=f"show-{name}",
        checked="checked" if name == "all" else None,
    )
    return choice, el("label", words, for_=key, class_=f"chip {name}")


def _apart(view: FormView, standing: Standing, voice: Voice) -> Html:
    """Findings that do not count against the form, folded under their reason."""
    apart = [each for each in view.findings if each.standing == standing]
    if not apart:
        return Html()
    key = standing.replace("-", "_")
    return el(
        "details",
        el("summary", voice(f"form.{key}", count=str(len(apart)))),
        finding_list(view, apart, voice),
        class_=f"apart {standing}",
        open="open" if standing == "waived" else None,
    )


def _doubts(view: FormView, voice: Voice) -> Html:
    if not view.form.doubts:
        return Html()
    return el(
        "section",
        el("h4", voice("doubt.heading", count=str(len(view.form.doubts))), class_="part"),
        el("ul", *(_doubt(view, doubt, voice) for doubt in view.form.doubts), class_="plain"),
        class_="doubts",
    )


def _doubt(view: FormView, doubt: Doubt, voice: Voice) -> Html:
    key = "doubt.of_several" if doubt.candidates else "doubt.alone"
    candidates = voice("doubt.or").join(doubt.candidates)
    said = voice(
        key,
        text=doubt.text,
        candidates=candidates,
        reason=voice(f"doubt.{doubt.reason}"),
    )
    where = el("a", name_of(view.form, doubt.at, voice), href=f"#{view.address_of(doubt.at)}")
    return el("li", where, said)


def _passes(view: FormView, voice: Voice) -> Html:
    told = view.entry.audit.passes
    passed = str(len(view.entry.audit.checks.passed))
    if not told:
        return el("p", voice("form.passed", count=passed), class_="passes")
    return el(
        "details",
        el("summary", voice("form.passed_such_as", count=passed, example=told[0].message)),
        el("ul", *(el("li", each.message) for each in told), class_="plain"),
        class_="apart passes",
    )


def _silent(view: FormView, voice: Voice) -> Html:
    """What the rules leave open is told once, at the end; here only that there is such."""
    silent = view.entry.audit.silent
    if not silent:
        return Html()
    words = voice("form.silent", count=str(len(silent)))
    return el("p", el("a", words, href=f"#{silent_id(view.entry.pack)}"), class_="silent")
