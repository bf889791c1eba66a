"""``jiheng packs diff``: two packs beside each other, and the forms that change."""

import sys
from pathlib import Path

import msgspec
import typer

from jiheng.cli.drawing import draw_table, harmless
from jiheng.cli.exits import UNREADABLE, usage_error
from jiheng.cli.language import language, tell
from jiheng.cli.packs import value_text, value_words
from jiheng.model.audit import ScoreLine
from jiheng.model.citation import Citation
from jiheng.pipeline.packs.comparing import Comparison, FormChange, Side, compare_packs
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.loading import load_pack


def diff(first: str, second: str, paths: tuple[Path, ...], as_json: bool) -> None:
    """Print the values in which two packs differ, and the forms that change with them."""
    try:
        packs = load_pack(first), load_pack(second)
    except RulebookError as error:
        usage_error(error)
    compared = compare_packs(*packs, paths, language())
    if as_json:
        sys.stdout.write(msgspec.json.encode(compared).decode() + "\n")
    else:
        _tell(compared, bool(paths))
    raise typer.Exit(UNREADABLE if compared.refused else 0)


def _tell(compared: Comparison, with_forms: bool) -> None:
    if not compared.values:
        typer.echo(tell("packs-alike", first=compared.first, second=compared.second))
    elif not with_forms:
        _tell_values(compared)
    if with_forms:
        _tell_forms(compared)


def _tell_values(compared: Comparison) -> None:
    columns = [tell("col-name"), compared.first, compared.second, tell("col-source")]
    rows = [
        (
            value_words(each.name),
            value_text(each.name, each.before or "—"),
            value_text(each.name, each.after or "—"),
            f"{_source(each.source_before)} → {_source(each.source_after)}",
        )
        for each in compared.values
    ]
    draw_table(columns, rows)


def _source(source: Citation | None) -> str:
    if source is None:
        return "—"
    known = tell("verified" if source.verified else "unverified")
    return tell("cited", title=source.title, pinpoint=source.pinpoint, known=known)


def _tell_forms(compared: Comparison) -> None:
    if compared.changed:
        columns = ["project", "recomputed", "grade", "row"]
        shown = [*(tell(f"col-{column}") for column in columns), compared.first, compared.second]
        draw_table(shown, [row for each in compared.changed for row in _rows(each)])
    for refusal in compared.refused:
        typer.echo(harmless(refusal.reason), err=True)
    count = {"forms": str(compared.forms), "changed": str(len(compared.changed))}
    typer.echo(tell("diff-summary", **count))


def _rows(change: FormChange) -> list[tuple[str, ...]]:
    """Return one row a score that changed, the first with the form itself."""
    form = (
        change.project or tell("unnamed"),
        f"{_points(change.before)} → {_points(change.after)}",
        " → ".join(dict.fromkeys((_grade(change.before), _grade(change.after)))),
    )
    items = [(each.name, _side(each.before), _side(each.after)) for each in change.items]
    first, *others = items or [(tell("row-of-total"), "", "")]
    return [(*form, *first), *(("", "", "", *each) for each in others)]


def _points(line: ScoreLine) -> str:
    return "–".join(dict.fromkeys(line.recomputed or ("—",)))


def _grade(line: ScoreLine) -> str:
    return "–".join(line.grade_recomputed) or "—"


def _side(side: Side) -> str:
    score = f"{side.field or side.rule} {side.points or '—'}"
    return f"{score}{tell('colon')}{side.arithmetic}"
