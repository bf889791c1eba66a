"""What is said of all forms together, and of the files that could not be read."""

from jiheng.model.audit import TOLD_ONCE, Run, RunCell, RunFinding, RunPass
from jiheng.writers.causes import without_name
from jiheng.writers.report.finding_list import SHOWN_CELLS, labelled, law_line, mend_tag
from jiheng.writers.report.markup import Html, el, join
from jiheng.writers.report.places import name_of, row_place_of
from jiheng.writers.report.view import FormView
from jiheng.writers.report.voice import Voice


def run_findings(views: tuple[FormView, ...], run: Run, voice: Voice) -> Html:
    """Return the contradictions between forms, then what is told once for a whole template."""
    by_id = {view.entry.form.id: view for view in views}
    files = {key.id: key.path for key in run.beside}
    across = [each for each in run.findings if each.mend not in TOLD_ONCE]
    once = [each for each in run.findings if each.mend in TOLD_ONCE]
    return join(
        _card("across", across, by_id, files, run.passes, voice),
        _card("once", once, by_id, files, (), voice),
    )


def refusals(run: Run, voice: Voice) -> Html:
    """Return the files that were not counted, each with its reason."""
    told = [
        (each.path, without_name(each.reason, each.path)) for each in (*run.refused, *run.unjudged)
    ]
    told += [(each.path, voice("refused.repeated", other=each.same_as)) for each in run.repeated]
    if not told:
        return Html()
    rows = (el("tr", el("th", path, scope="row"), el("td", why)) for path, why in told)
    head = (el("th", voice(f"refused.{name}"), scope="col") for name in ("file", "reason"))
    heading = voice("refused.heading", count=str(len(told)))
    return el(
        "section",
        el("h2", heading, el("small", voice("refused.note"))),
        el("table", el("thead", el("tr", *head)), el("tbody", *rows), class_="refused"),
        class_="card",
    )


def _card(
    kind: str,
    findings: list[RunFinding],
    by_id: dict[str, FormView],
    files: dict[str, str],
    passes: tuple[RunPass, ...],
    voice: Voice,
) -> Html:
    if not findings and not passes:
        return Html()
    heading = voice(f"run.{kind}", count=str(len(findings)))
    passed = voice("semicolon").join(each.message for each in passes)
    return el(
        "section",
        el("h2", heading, el("small", voice(f"run.{kind}_note"))),
        el("ul", *(_finding(each, by_id, files, voice) for each in findings), class_="run"),
        el("p", voice("run.passes"), passed, class_="passes") if passes else None,
        class_="card",
    )


def _finding(
    finding: RunFinding, by_id: dict[str, FormView], files: dict[str, str], voice: Voice
) -> Html:
    is_once = finding.mend in TOLD_ONCE
    tone = "quiet" if is_once else finding.severity
    severity = voice(f"severity.{finding.severity}")
    return el(
        "li",
        el("span", voice("run.mark_once" if is_once else "run.mark"), class_=f"n {tone}"),
        el(
            "div",
            el(
                "h3",
                el("span", voice.defect(finding.code, finding.name)),
                el("small", f"{severity} {finding.code}"),
            ),
            el("p", finding.message),
            labelled(voice("finding.advice"), finding.advice),
            law_line(finding.law, voice),
            el(
                "p",
                mend_tag(finding.mend, voice),
                _cells(finding.at, by_id, voice),
                _beside(finding.at, files),
                class_="who",
            ),
        ),
        class_="finding",
    )


def _cells(cells: tuple[RunCell, ...], by_id: dict[str, FormView], voice: Voice) -> Html:
    """Links to the cells: one a form, so that a template's fault names each form once."""
    drawn = [cell for cell in cells if cell.form in by_id]
    if len(drawn) <= SHOWN_CELLS:
        return join(*(_link(cell, by_id[cell.form], voice) for cell in drawn))
    once = {cell.form: cell for cell in drawn}.values()
    return join(*(_short_link(cell, by_id[cell.form], voice) for cell in once))


def _beside(cells: tuple[RunCell, ...], files: dict[str, str]) -> Html:
    """The files of the forms that are not drawn, such as goal tables; each once."""
    named = dict.fromkeys(files[cell.form] for cell in cells if cell.form in files)
    return join(*(join(" ", el("small", path)) for path in named))


def _short_link(cell: RunCell, view: FormView, voice: Voice) -> Html:
    words = voice("run.form", number=str(view.number))
    name = name_of(view.form, cell.cell, voice)
    return join(" ", el("a", words, href=f"#{view.address_of(cell.cell)}", title=name))


def _link(cell: RunCell, view: FormView, voice: Voice) -> Html:
    name = name_of(view.form, cell.cell, voice)
    place = row_place_of(view.form, cell.cell, voice)
    return join(
        " ",
        el(
            "a",
            voice("run.cell", number=str(view.number), name=name),
            el("small", place) if place else None,
            href=f"#{view.address_of(cell.cell)}",
        ),
    )
