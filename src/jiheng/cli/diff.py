"""``jiheng diff``: what changed between two versions of a form."""

import sys
from pathlib import Path

import msgspec
import typer
from msgspec import Struct

from jiheng.cli.drawing import draw_table
from jiheng.cli.exits import usage_error
from jiheng.cli.language import language, tell
from jiheng.model.form import Form
from jiheng.pipeline.changes import Change, FormChanges, compare_files
from jiheng.pipeline.given import given_forms
from jiheng.pipeline.naming import called
from jiheng.readers.errors import UnreadableInput
from jiheng.writers.report.places import name_of
from jiheng.writers.report.voice import Voice


class _Told(Struct, frozen=True, kw_only=True):
    """The changes of one form as they are printed in JSON; a form of one file only has none."""

    project: str | None
    before: str | None
    after: str | None
    changes: tuple[Change, ...]


def diff(first: Path, second: Path, as_json: bool) -> None:
    """Print the cells that differ, each with its old and its new text."""
    compared = compare_files(_forms(first), _forms(second))
    if as_json:
        told = tuple(_told(each) for each in compared)
        sys.stdout.write(msgspec.json.encode(told).decode() + "\n")
        return
    if not any(each.changes or each.before is None or each.after is None for each in compared):
        typer.echo(tell("diff-alike"))
    for each in compared:
        _tell(each, (first, second))


def _forms(path: Path) -> tuple[Form, ...]:
    try:
        return tuple(read.form for read in given_forms(path, language()))
    except UnreadableInput as error:
        usage_error(error)


def _told(each: FormChanges) -> _Told:
    form = each.after or each.before
    return _Told(
        project=None if form is None else form.project.name,
        before=None if each.before is None else each.before.id,
        after=None if each.after is None else each.after.id,
        changes=each.changes,
    )


def _tell(each: FormChanges, paths: tuple[Path, Path]) -> None:
    if each.before is None or each.after is None:
        form, path = (each.before, paths[0]) if each.after is None else (each.after, paths[1])
        project = (form and form.project.name) or tell("unnamed")
        typer.echo(tell("diff-lost", project=called(project), path=called(path)))
        return
    if not each.changes:
        return
    project = called(each.after.project.name or tell("unnamed"))
    title = tell("diff-form", project=project, count=str(len(each.changes)))
    columns = [tell(f"col-{name}") for name in ("cell", "before", "after")]
    draw_table(columns, [_line(change, each) for change in each.changes], title)


def _line(change: Change, each: FormChanges) -> tuple[str, str, str]:
    gone = change.is_row and change.after is None
    form = each.before if gone else each.after
    name = change.at if form is None else name_of(form, change.at, Voice(language=language()))
    absent = (tell("diff-added"), tell("diff-removed")) if change.is_row else ("—", "—")
    return name, change.before or absent[0], change.after or absent[1]
