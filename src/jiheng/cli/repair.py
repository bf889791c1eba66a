"""``jiheng repair``: what to change in a form, and what only its unit can answer."""

import sys
from pathlib import Path

import msgspec
import typer

from jiheng.cli.drawing import draw_table, harmless
from jiheng.cli.exits import FOUND_ERRORS, UNREADABLE, checked_format, usage_error
from jiheng.cli.language import language, listed, tell
from jiheng.formats.apart.memory import settle
from jiheng.model.repair import Cause, Question, Repair
from jiheng.pipeline.naming import called
from jiheng.pipeline.repair.applying import Applied, NotApplied, apply_repairs
from jiheng.pipeline.repair.files import RepairedFile, repair_file
from jiheng.pipeline.settings import BadSettings, load_settings
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.messages import say

COLUMNS = ("number", "place", "cell", "from", "to", "why")


def repair(path: Path, pack: str | None, output: str, apply: bool, out: Path | None) -> None:
    """Print the fewest edits that mend a file's forms, and write them into a copy when asked."""
    checked_format(output, ("table", "jsonl"))
    if path.is_dir():
        usage_error(tell("repair-one-file", path=called(path)))
    if out is not None and not apply:
        usage_error(tell("repair-out-alone"))
    settle()
    found = _repaired(path, pack)
    for each in found.repairs:
        if output == "jsonl":
            sys.stdout.write(msgspec.json.encode(each).decode() + "\n")
        else:
            _tell(each)
    if output == "table":
        _tell_sums(found)
    for refusal in (*found.refused, *found.unjudged):
        typer.echo(harmless(refusal.reason), err=True)
    left = _applied(path, pack, found, out) if apply and not found.refused else found
    has_errors = left.errors or left.across
    raise typer.Exit(UNREADABLE if found.refused else FOUND_ERRORS if has_errors else 0)


def _repaired(path: Path, pack: str | None) -> RepairedFile:
    try:
        return repair_file(path, pack, load_settings(Path()).waive, language())
    except (RulebookError, BadSettings) as error:
        usage_error(error)


def _tell(repair: Repair) -> None:
    """Print one form's edits as a table, old beside new, and its questions below."""
    if not repair.causes:
        return
    total = " → ".join(dict.fromkeys(each for each in (repair.total, repair.proposed) if each))
    project = harmless(repair.form.project or tell("unnamed"))
    index = str(repair.form.index)
    typer.echo(tell("repair-form", project=project, index=index, total=total or "—"))
    rows = [row for cause in repair.causes for row in _rows(cause)]
    if rows:
        draw_table([say(f"repair.column.{column}", language()) for column in COLUMNS], rows)
    for cause in repair.causes:
        for question in cause.questions:
            _ask(cause, question)
    typer.echo("")


def _rows(cause: Cause) -> list[tuple[str, ...]]:
    return [
        (
            str(cause.number),
            each.place or "",
            each.name,
            f"- {each.edit.old}",
            f"+ {each.edit.new}",
            each.why,
        )
        for each in cause.suggestions
    ]


def _ask(cause: Cause, question: Question) -> None:
    place = tell("repair-place", place=question.place) if question.place else ""
    number = str(cause.number)
    line = tell("repair-asked", number=number, text=question.text, code=question.code, place=place)
    typer.echo(harmless(line))
    for answer in question.answers:
        typer.echo(f"     · {harmless(answer)}")


def _tell_sums(found: RepairedFile) -> None:
    edits = sum(len(each.edits) for each in found.repairs)
    questions = sum(len(each.questions) for each in found.repairs)
    values = {"forms": len(found.repairs), "edits": edits, "questions": questions}
    typer.echo(tell("repair-summary", **{name: str(value) for name, value in values.items()}))


def _applied(path: Path, pack: str | None, found: RepairedFile, out: Path | None) -> RepairedFile:
    """Write the copy, and return what is left to say of it; of the file where there is none."""
    if not any(each.edits for each in found.repairs):
        typer.echo(tell("repair-nothing"), err=True)
        return found
    try:
        applied = apply_repairs(path, found.repairs, out, language())
    except NotApplied as error:
        usage_error(error)
    _tell_applied(applied)
    if applied.path is None:
        return found
    again = _repaired(applied.path, pack)
    edits = sum(len(each.edits) for each in again.repairs)
    left = {"errors": again.errors, "across": again.across, "edits": edits}
    typer.echo(tell("repair-again", **{name: str(count) for name, count in left.items()}), err=True)
    return again


def _tell_applied(applied: Applied) -> None:
    if applied.path is not None:
        paths = listed((called(applied.path),))
        typer.echo(tell("repair-written", count=str(len(applied.made)), path=paths), err=True)
    for each in applied.refused:
        line = tell("repair-refused", path=each.edit.path, reason=each.reason)
        typer.echo(harmless(line), err=True)
