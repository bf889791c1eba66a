"""What is written into the margin of a file: its findings, one note each."""

from collections.abc import Iterable, Iterator

from jiheng.model.audit import TOLD_ONCE, Finding, Run, RunFinding
from jiheng.model.citation import Citation
from jiheng.model.form import Cell, Form
from jiheng.writers.annotated.note import Note
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.order import number_findings
from jiheng.writers.report.places import name_of
from jiheng.writers.report.voice import Voice

_SHOWN_CELLS = 8
"""So many compared cells are named; of the rest only the number is told."""


def notes_of(entries: tuple[ReportEntry, ...], run: Run, voice: Voice) -> tuple[Note, ...]:
    """Return the notes for one file.

    What was waived is left out. A fault of the template is told at the first form that has it.

    Args:
        entries: the forms of the file, in its order.
        run: what was found between forms; told here when all these forms are in this file.
        voice: says it.
    """
    notes: list[Note] = []
    told: set[str] = set()
    for entry in entries:
        for each in number_findings(entry.form, entry.audit):
            is_known = each.standing == "told-once" and each.finding.code in told
            if each.standing != "waived" and not is_known:
                told.add(each.finding.code)
                notes.append(_note(entry, each.finding, voice))
    return (*notes, *_between(entries, run, voice))


def _between(entries: tuple[ReportEntry, ...], run: Run, voice: Voice) -> Iterator[Note]:
    """Yield a note at each form that a finding compares with others of the same file."""
    forms = {entry.form.id: entry.form for entry in entries}
    for finding in run.findings:
        concerned = tuple(dict.fromkeys(cell.form for cell in finding.at))
        is_between = finding.mend not in TOLD_ONCE and len(concerned) >= _FEWEST_FORMS
        if not is_between or not forms.keys() >= set(concerned):
            continue
        for form in concerned:
            mend = (cell.cell for cell in finding.mend_at if cell.form == form)
            seen = (cell.cell for cell in finding.at if cell.form == form)
            yield _told(forms[form], finding, (*mend, *seen), voice)


_FEWEST_FORMS = 2


def _note(entry: ReportEntry, finding: Finding, voice: Voice) -> Note:
    worked = [item.arithmetic for item in entry.audit.items if item.at in finding.at]
    arithmetic = worked[0] if len(worked) == 1 else None
    return _told(entry.form, finding, (*finding.mend_at, *finding.at), voice, arithmetic)


def _told(
    form: Form,
    finding: Finding | RunFinding,
    paths: Iterable[str],
    voice: Voice,
    arithmetic: str | None = None,
) -> Note:
    named = tuple(dict.fromkeys(paths))
    severity = voice(f"severity.{finding.severity}")
    lines = (
        finding.message,
        _labelled(voice("note.printed"), finding.printed),
        _labelled(voice("note.expected"), finding.expected),
        _labelled(voice("note.difference"), finding.difference),
        _labelled(voice("finding.arithmetic"), arithmetic),
        _labelled(voice("finding.law"), _law(finding.law, voice)),
        _labelled(voice("finding.advice"), finding.advice),
        _labelled(voice("note.cells"), _cells(form, named, voice)),
        voice(f"mend.{finding.mend}"),
    )
    return Note(
        severity=finding.severity,
        places=_places(form, named),
        table=min(_tables(form), default=None),
        head=f"{severity} {finding.code} {voice.defect(finding.code, finding.name)}",
        lines=tuple(line for line in lines if line),
    )


def _labelled(label: str, text: str | None) -> str | None:
    return f"{label}{text}" if text else None


def _law(law: Citation | None, voice: Voice) -> str | None:
    if law is None:
        return None
    state = voice("law.verified" if law.verified else "law.unverified")
    return voice("note.law", law=f"{law.title} {law.pinpoint}".strip(), state=state)


def _cells(form: Form, paths: tuple[str, ...], voice: Voice) -> str | None:
    named = [name_of(form, path, voice) for path in paths if path != "form"]
    if len(named) < _FEWEST_CELLS:
        return None
    rest = len(named) > _SHOWN_CELLS
    shown = voice("semicolon").join(named[:_SHOWN_CELLS])
    return shown + (voice("finding.more_cells", count=str(len(named))) if rest else "")


_FEWEST_CELLS = 2
"""The one cell at which the note stands need not be named."""


def _places(form: Form, paths: tuple[str, ...]) -> tuple[Cell, ...]:
    """Return the cells at which a note may stand: its own, the title's, any of the form."""
    own = (form.cells[path] for path in (*paths, "title") if path in form.cells)
    inside = (cell for cell in form.cells.values() if cell.table is not None)
    first = min(inside, key=lambda cell: (cell.table, cell.row, cell.column), default=None)
    return (*own, *(() if first is None else (first,)))


def _tables(form: Form) -> Iterator[int]:
    return (cell.table for cell in form.cells.values() if cell.table is not None)
