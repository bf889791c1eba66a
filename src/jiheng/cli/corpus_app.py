"""The commands of ``jiheng corpus``, with their arguments."""

# ruff: noqa: PLC0415

from pathlib import Path
from typing import Annotated

import typer

from jiheng.cli.language import language
from jiheng.rulebook.messages import say

corpus_app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


def _tell(key: str) -> str:
    return say(f"corpus.{key}", language())


CorpusArgument = Annotated[Path, typer.Argument(help=_tell("arg-corpus"), show_default=False)]
PackOption = Annotated[str | None, typer.Option("--pack", help=say("cli.opt-pack", language()))]


def _tell_engine(key: str) -> str:
    return say(f"engine.{key}", language())


EngineOption = Annotated[str, typer.Option("--engine", help=_tell_engine("opt-engine"))]
MasterOption = Annotated[str | None, typer.Option("--master", help=_tell_engine("opt-master"))]
JobsOption = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help=_tell_engine("opt-jobs"))
]
ScoringPackOption = Annotated[str, typer.Option("--pack", help=say("cli.opt-pack", language()))]


@corpus_app.callback()
def options() -> None:
    """Leave with a sentence where a package of ``jiheng[corpus]`` is missing."""
    from jiheng.cli.exits import usage_error
    from jiheng.corpus.errors import CorpusError, require_corpus

    try:
        require_corpus()
    except CorpusError as error:
        usage_error(error)


@corpus_app.command(help=_tell("help-build"))
def build(
    paths: Annotated[list[Path], typer.Argument(help=_tell("arg-paths"), show_default=False)],
    out: Annotated[Path, typer.Option("-o", "--out", help=_tell("opt-out"))],
    pack: Annotated[
        str | None, typer.Option("--pack", help=say("cli.opt-pack", language()))
    ] = None,
    region: Annotated[str | None, typer.Option(help=_tell("opt-region"))] = None,
    year: Annotated[int | None, typer.Option(min=2000, max=2099, help=_tell("opt-year"))] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help=say("cli.opt-jobs", language()))
    ] = None,
    resume: Annotated[
        Path | None, typer.Option("--resume", help=say("cli.opt-resume", language()))
    ] = None,
) -> None:
    """Add forms to a corpus."""
    from jiheng.cli.batch import BatchWish
    from jiheng.cli.corpus_build import build

    build(tuple(paths), out, pack, region, year, BatchWish(jobs=jobs, resume=resume))


@corpus_app.command(help=_tell("help-show"))
def show(
    corpus: CorpusArgument,
    check: Annotated[bool, typer.Option("--check", help=_tell("opt-check"))] = False,
) -> None:
    """Print what a corpus holds."""
    from jiheng.cli.corpus_build import show

    show(corpus, check=check)


@corpus_app.command(help=_tell("help-sample"))
def sample(
    out: Annotated[Path, typer.Option("-o", "--out", help=_tell("opt-out-sample"))],
    count: Annotated[
        int, typer.Option("-n", "--count", min=1, max=10**8, help=_tell("opt-count"))
    ] = 100_000,
    seed: Annotated[int, typer.Option(min=0, help=_tell("opt-seed"))] = 1,
) -> None:
    """Make up a corpus."""
    from jiheng.cli.corpus_build import sample

    sample(out, count, seed)


def _tell_simulation(key: str) -> str:
    return say(f"simulation.{key}", language())


@corpus_app.command(help=_tell_simulation("help"))
def simulate(
    corpus: CorpusArgument,
    out: Annotated[Path, typer.Option("-o", "--out", help=_tell_simulation("opt-out"))],
    pack: Annotated[str, typer.Option("--pack", help=_tell_simulation("opt-pack"))] = "own",
    against: Annotated[
        str | None, typer.Option("--against", help=_tell_simulation("opt-against"))
    ] = None,
    settings: Annotated[
        list[str] | None, typer.Option("--set", help=_tell_simulation("opt-set"))
    ] = None,
    sweep: Annotated[
        str | None, typer.Option("--sweep", help=_tell_simulation("opt-sweep"))
    ] = None,
    rules: Annotated[
        list[Path] | None, typer.Option("--rules", help=_tell_simulation("opt-rules"))
    ] = None,
    engine: EngineOption = "local",
    master: MasterOption = None,
    jobs: JobsOption = None,
) -> None:
    """Score a corpus before and after a change of the rules, and leave a report."""
    from jiheng.cli.corpus_score import chosen_engine
    from jiheng.cli.corpus_simulate import simulate

    given = tuple(settings or ()), sweep, tuple(rules or ())
    simulate(corpus, pack, against, *given, out, chosen_engine(engine, master, jobs))


@corpus_app.command(help=_tell_simulation("help-forms"))
def forms(
    simulation: Annotated[
        Path, typer.Argument(help=_tell_simulation("arg-simulation"), show_default=False)
    ],
    where: Annotated[
        list[str] | None, typer.Option("--where", help=_tell_simulation("opt-where"))
    ] = None,
    out: Annotated[Path | None, typer.Option("--csv", help=_tell_simulation("opt-csv"))] = None,
) -> None:
    """Print the forms of a simulation that meet all conditions."""
    from jiheng.cli.corpus_simulate import forms

    forms(simulation, tuple(where or ()), out)


def _tell_audit(key: str) -> str:
    return say(f"corpus_audit.{key}", language())


@corpus_app.command(help=_tell_audit("help"))
def audit(
    corpus: CorpusArgument,
    out: Annotated[Path, typer.Option("-o", "--out", help=_tell_audit("opt-out"))],
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help=_tell_audit("opt-jobs"))] = 1,
) -> None:
    """Audit a corpus as a whole."""
    from jiheng.cli.corpus_audit import audit

    audit(corpus, out, jobs)


@corpus_app.command(help=_tell_audit("help-ask"))
def ask(
    corpus: CorpusArgument,
    found: Annotated[
        Path | None, typer.Argument(help=_tell_audit("arg-result"), show_default=False)
    ] = None,
    sql: Annotated[str | None, typer.Option("--sql", help=_tell_audit("opt-sql"))] = None,
    question: Annotated[
        str | None, typer.Option("--question", "-q", help=_tell_audit("opt-question"))
    ] = None,
    lists: Annotated[bool, typer.Option("--list", help=_tell_audit("opt-list"))] = False,
    most: Annotated[int, typer.Option(min=1, max=10_000, help=_tell_audit("opt-most"))] = 50,
    seconds: Annotated[int, typer.Option(min=1, help=_tell_audit("opt-seconds"))] = 120,
    out: Annotated[Path | None, typer.Option("-o", "--out", help=_tell_audit("opt-save"))] = None,
    force: Annotated[bool, typer.Option("--force", help=_tell_audit("opt-force"))] = False,
) -> None:
    """Ask a corpus by SQL."""
    from jiheng.cli.corpus_audit import AskWish, ask, list_questions

    if lists:
        list_questions(corpus, found)
        return
    wish = AskWish(
        found=found,
        sql=sql,
        question=question,
        most=most,
        seconds=seconds,
        out=out,
        force=force,
    )
    ask(corpus, wish)


@corpus_app.command(help=_tell_engine("help-score"))
def score(
    corpus: CorpusArgument,
    pack: ScoringPackOption,
    engine: EngineOption = "local",
    master: MasterOption = None,
    jobs: JobsOption = None,
) -> None:
    """Print the totals of all forms under a pack."""
    from jiheng.cli.corpus_score import chosen_engine, score

    score(corpus, pack, chosen_engine(engine, master, jobs))


@corpus_app.command(help=_tell_engine("help-bench"))
def bench(
    corpus: Annotated[
        Path | None, typer.Argument(help=_tell_engine("arg-measured"), show_default=False)
    ] = None,
    pack: ScoringPackOption = "cn-2020-10",
    forms: Annotated[
        int, typer.Option(min=1, max=100_000_000, help=_tell_engine("opt-forms"))
    ] = 100_000,
    jobs: JobsOption = None,
) -> None:
    """Measure how many forms a second are scored."""
    from jiheng.cli.corpus_bench import bench

    bench(corpus, pack, forms, jobs)
