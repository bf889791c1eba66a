"""``jiheng write``: forms as the official form in Word, Excel and other formats."""

from collections.abc import Sequence
from pathlib import Path

import typer
from msgspec import Struct

from jiheng.cli.drawing import harmless
from jiheng.cli.exits import UNREADABLE, usage_error
from jiheng.cli.language import language, listed, tell
from jiheng.cli.saving import save
from jiheng.model.audit import Refusal
from jiheng.pipeline.files import Files
from jiheng.pipeline.given import given_forms
from jiheng.pipeline.naming import called
from jiheng.pipeline.reading import ReadForm
from jiheng.pipeline.taking import Found
from jiheng.pipeline.writing import OUTPUTS, Official, Output, official_form, written
from jiheng.readers.errors import UnreadableInput
from jiheng.rulebook.layouts import LAYOUT_IDS

TOGETHER = "自评表"
"""The name of the file that holds all forms."""


class Job(Struct, frozen=True, kw_only=True):
    """What is to be written.

    Attributes:
        layout: the id of the layout for all forms; None for each form's own.
    """

    outputs: tuple[Output, ...]
    layout: str | None
    folder: Path
    together: bool
    force: bool


class _Sheet(Struct, frozen=True, kw_only=True):
    """One form ready to be written, and what its file is called without suffix."""

    name: str
    official: Official


def write(
    paths: tuple[Path, ...], to: str, layout: str | None, folder: Path, together: bool, force: bool
) -> None:
    """Write the forms in files and folders, and print each file with its check code."""
    if layout is not None and layout not in LAYOUT_IDS:
        usage_error(tell("layout-unknown", name=layout, known=listed(LAYOUT_IDS)))
    job = Job(outputs=_outputs(to), layout=layout, folder=folder, together=together, force=force)
    sheets: list[_Sheet] = []
    refused = 0
    with Files(paths, language()) as files:
        for file in files:
            try:
                sheets += _sheets(file, job)
            except UnreadableInput as error:
                refused += 1
                typer.echo(harmless(error.said(language())), err=True)
    if not sheets:
        usage_error(tell("nothing-written"))
    for batch, name in _batches(sheets, job):
        _save(batch, name, job)
    if refused:
        raise typer.Exit(UNREADABLE)


def _outputs(to: str) -> tuple[Output, ...]:
    """Return the formats of a list with commas."""
    known = {output.name: output for output in OUTPUTS}
    names = tuple(dict.fromkeys(name.strip().lower() for name in to.split(",") if name.strip()))
    for name in names:
        if name not in known:
            usage_error(tell("bad-format", format=name, known=listed(known)))
    if not names:
        usage_error(tell("bad-format", format=to, known=listed(known)))
    return tuple(known[name] for name in names)


def _sheets(file: Found | Refusal, job: Job) -> list[_Sheet]:
    if isinstance(file, Refusal):
        raise UnreadableInput(file.reason)
    forms = given_forms(file.path, language(), file.name)
    stem = file.namesake.stem
    sheets: list[_Sheet] = []
    for number, read in enumerate(forms, 1):
        name = stem if len(forms) == 1 else f"{stem}-{number}"
        official = official_form(read, job.layout, language())
        _tell_losses(file.name, read, official, job)
        sheets.append(_Sheet(name=name, official=official))
    return sheets


def _tell_losses(path: str, read: ReadForm, official: Official, job: Job) -> None:
    """Say on which layout a form of none is written, and what has no place on it."""
    where = {"path": path, "layout": official.layout.id}
    if read.form.layout is None and job.layout is None:
        typer.echo(tell("layout-supposed", **where), err=True)
    if official.lacking:
        typer.echo(tell("lacking", **where, fields=listed(official.lacking)), err=True)


def _batches(sheets: list[_Sheet], job: Job) -> list[tuple[Sequence[_Sheet], str]]:
    """Return what goes into one file, with its name; equal names are told apart by a number."""
    if job.together:
        return [(sheets, TOGETHER if len(sheets) > 1 else sheets[0].name)]
    taken: dict[str, int] = {}
    batches: list[tuple[Sequence[_Sheet], str]] = []
    for sheet in sheets:
        taken[sheet.name] = count = taken.get(sheet.name, 0) + 1
        batches.append(((sheet,), sheet.name if count == 1 else f"{sheet.name}({count})"))
    return batches


def _save(sheets: Sequence[_Sheet], name: str, job: Job) -> None:
    laid = tuple(sheet.official.laid for sheet in sheets)
    codes = listed(tell("check-code", code=form.code) for form in laid if form.code is not None)
    for suffix, data in written(laid, job.outputs):
        path = job.folder / f"{name}{suffix}"
        save(path, data, force=job.force)
        typer.echo(tell("form-written", path=called(path), code=codes))
