"""``jiheng corpus simulate`` and ``forms``: a change of the rules tried, its forms."""

import shlex
import sys
from itertools import chain
from pathlib import Path

import msgspec
import typer

from jiheng.cli.drawing import draw_table, harmless
from jiheng.cli.exits import usage_error
from jiheng.cli.language import language
from jiheng.corpus.coded.compiling import compiling
from jiheng.corpus.engines.running import Engine
from jiheng.corpus.errors import CorpusError
from jiheng.corpus.simulation.asking import Asked
from jiheng.corpus.simulation.errors import SimulationError
from jiheng.corpus.simulation.listing import COLUMNS, UNFINISHED
from jiheng.corpus.simulation.preparing import Prepared, Wish, prepare
from jiheng.corpus.simulation.running import simulated
from jiheng.corpus.simulation.supposing import setting_of
from jiheng.corpus.simulation.sweeping import sweep_of
from jiheng.corpus.store.opening import open_corpus
from jiheng.model.simulation import Simulation
from jiheng.pipeline.naming import called
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import Told
from jiheng.rulebook.telling import cause_of
from jiheng.writers.delimited import save_csv, write_csv
from jiheng.writers.simulation import write_simulation, write_summary
from jiheng.writers.simulation.words import ends_words

DOCUMENT, FORMS, PAGE, TABLE = "simulation.json", "forms.parquet", "report.html", "summary.csv"
RULES = "rules"
_OURS = {DOCUMENT, FORMS, PAGE, TABLE, RULES, FORMS + UNFINISHED}
_SHOWN = 20
_SHOWN_COLUMNS = ("id", "unit", "project", "low_before", "high_before", "low_after", "high_after",
                  "before", "after")  # fmt: skip


def simulate(
    folder: Path,
    pack: str,
    against: str | None,
    settings: tuple[str, ...],
    sweep: str | None,
    rules: tuple[Path, ...],
    out: Path,
    engine: Engine,
) -> None:
    """Score a corpus before and after a change of the rules, and leave a report."""
    try:
        wish = Wish(
            pack=pack,
            against=against,
            settings=tuple(map(setting_of, settings)),
            sweep=sweep_of(sweep) if sweep else (),
            rules=rules,
        )
        corpus = open_corpus(folder)
        prepared = prepare(wish, corpus.manifest, language())
        _tell_versions(prepared)
        _make_room(out)
        with compiling() as compiled:
            found = simulated(corpus, wish, prepared, out / FORMS, engine)
        _leave(out, found, prepared)
    except (SimulationError, CorpusError, RulebookError) as error:
        usage_error(error)
    except OSError as error:
        usage_error(_say("unwritable", path=called(out), cause=cause_of(error)))
    _tell(found)
    seconds = compiled.seconds
    typer.echo(_say("compiled", seconds=f"{seconds:.1f}") if seconds else _say("cached"))
    typer.echo(_say("left", path=called(out / PAGE)))


def forms(folder: Path, conditions: tuple[str, ...], out: Path | None) -> None:
    """Print the forms of a simulation that meet all conditions, or write them all to a file."""
    try:
        asked = Asked(folder / FORMS, conditions)
        count = asked.count
    except SimulationError as error:
        usage_error(error)
    if out is not None:
        _write(asked, out)
    else:
        _draw(asked)
    shown = "" if out is not None or count <= _SHOWN else _say("shown", count=str(_SHOWN))
    told = _say("count", count=f"{count:,}") + shown
    typer.echo(told, err=out is not None)


def _tell_versions(prepared: Prepared) -> None:
    """Say which packs of the forms are no longer what they were."""
    for pack in prepared.outdated:
        values = {"pack": pack.id, "then": pack.then, "now": pack.now}
        typer.echo(_say("outdated", **values), err=True)


def _make_room(out: Path) -> None:
    """Make the folder; one with other things in it is left alone."""
    if out.is_dir() and any(path.name not in _OURS for path in out.iterdir()):
        usage_error(_say("used", path=called(out)))
    (out / RULES).mkdir(parents=True, exist_ok=True)
    for stale in (*out.glob(f"{FORMS}*"), *(out / RULES).glob("*.yaml")):
        stale.unlink(missing_ok=True)


def _leave(out: Path, found: Simulation, prepared: Prepared) -> None:
    command = shlex.join(("jiheng", *sys.argv[1:]))
    document = msgspec.json.format(msgspec.json.encode(found), indent=1)
    (out / DOCUMENT).write_bytes(document + b"\n")
    page = write_simulation(found, command=command, language=language())
    (out / PAGE).write_text(page, encoding="utf-8")
    (out / TABLE).write_bytes(write_summary(found))
    for name, text in prepared.documents:
        (out / RULES / f"{name}.yaml").write_text(text, encoding="utf-8")


def _tell(found: Simulation) -> None:
    """Print what changes, a line a set of rules."""
    columns = ("compared", "mean", "changed", "up", "down", "money")
    rows = [
        (
            step.value or "",
            f"{step.sums.compared:,}",
            f"{ends_words(step.sums.mean_before)} → {ends_words(step.sums.mean_after)}",
            *(f"{count:,}" for count in (step.sums.changed, step.sums.up, step.sums.down)),
            step.sums.crossing_money,
        )
        for step in found.steps
    ]
    draw_table([found.parameter or "", *(_say(f"told.{name}") for name in columns)], rows)


def _draw(asked: Asked) -> None:
    places = [COLUMNS.index(name) for name in _SHOWN_COLUMNS]
    rows = [
        tuple("" if row[place] is None else str(row[place]) for place in places)
        for row, _ in zip(asked.rows(), range(_SHOWN), strict=False)
    ]
    draw_table(_SHOWN_COLUMNS, rows)


def _write(asked: Asked, out: Path) -> None:
    """Write all forms as CSV; ``-`` is the screen."""
    rows = chain([COLUMNS], (tuple(map(_cell, row)) for row in asked.rows()))
    try:
        if str(out) == "-":
            # A row at a time: there may be more than memory holds.
            sys.stdout.writelines(write_csv([row]).decode("utf-8-sig") for row in rows)
        else:
            save_csv(rows, out)
    except OSError as error:
        usage_error(_say("unwritable", path=called(out), cause=cause_of(error)))


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else harmless(str(value))


def _say(key: str, **values: Told) -> str:
    return say(f"simulation.{key}", language(), **values)
