"""The application: its commands with their arguments, in the order in which ``--help`` lists them.

What a command does is imported when it is called, so that ``--help`` answers at once.
"""

# ruff: noqa: PLC0415

import sys
from pathlib import Path
from typing import Annotated

import typer

from jiheng import __version__
from jiheng.cli.corpus_app import corpus_app
from jiheng.cli.draw_app import draw_app
from jiheng.cli.language import LANGUAGES, tell, tell_of
from jiheng.cli.measure_app import measure_app
from jiheng.cli.publish_app import publish_app

app = typer.Typer(
    name="jiheng",
    help=tell("help"),
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
)
packs_app = typer.Typer(rich_markup_mode=None, invoke_without_command=True)
app.add_typer(packs_app, name="packs", help=tell("help-packs"))
app.add_typer(draw_app, name="draw", help=tell("help-draw"))
app.add_typer(measure_app, name="measure", help=tell_of("proof.help"))
app.add_typer(corpus_app, name="corpus", help=tell_of("corpus.help"))
app.add_typer(publish_app, name="publish", help=tell("help-publish"))

Paths = Annotated[list[Path], typer.Argument(help=tell("arg-paths"), show_default=False)]
PackOption = Annotated[str | None, typer.Option("--pack", help=tell("opt-pack"))]

AnswersOption = Annotated[Path | None, typer.Option("--answers", help=tell("opt-answers"))]
JobsOption = Annotated[int | None, typer.Option("--jobs", "-j", min=1, help=tell("opt-jobs"))]
ResumeOption = Annotated[Path | None, typer.Option("--resume", help=tell("opt-resume"))]
ReportOption = Annotated[Path | None, typer.Option("--report", help=tell("opt-report"))]
DataOption = Annotated[Path, typer.Option("--data", help=tell("opt-data"))]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"jiheng {__version__}")
        raise typer.Exit


def _language(name: str) -> str:
    if name not in LANGUAGES:
        raise typer.BadParameter(tell("lang-unknown", language=name))
    return name


@app.callback()
def options(
    lang: Annotated[str, typer.Option(help=tell("opt-lang"), callback=_language)] = "zh",
    version: Annotated[
        bool, typer.Option("--version", help=tell("opt-version"), callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Take the options that come before a command; both are acted on by their callbacks."""


@app.command(help=tell("help-audit"))
def audit(
    paths: Paths,
    pack: PackOption = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", help=tell("opt-out"))] = None,
    output: Annotated[str, typer.Option("--format", help=tell("opt-format-audit"))] = "table",
    timing: Annotated[bool, typer.Option("--timing", help=tell("opt-timing"))] = False,
    answers: AnswersOption = None,
    jobs: JobsOption = None,
    resume: ResumeOption = None,
    report: ReportOption = None,
    evidence: Annotated[
        Path | None, typer.Option("--evidence", help=tell_of("evidence.opt-evidence"))
    ] = None,
) -> None:
    """Audit the forms in files and folders."""
    from jiheng.cli.audit import audit
    from jiheng.cli.batch import BatchWish

    wish = BatchWish(jobs=jobs, resume=resume, report=report)
    audit(tuple(paths), pack, out, output, timing, answers, wish, evidence)


@app.command(help=tell("help-repair"))
def repair(
    path: Annotated[Path, typer.Argument(help=tell("arg-file"), show_default=False)],
    pack: PackOption = None,
    output: Annotated[
        str, typer.Option("--output", "--format", help=tell("opt-format-repair"))
    ] = "table",
    apply: Annotated[bool, typer.Option("--apply", help=tell("opt-apply"))] = False,
    out: Annotated[Path | None, typer.Option("-o", "--out", help=tell("opt-out-repair"))] = None,
) -> None:
    """Print what to change in a file's forms, and what has to be asked."""
    from jiheng.cli.repair import repair

    repair(path, pack, output, apply, out)


@app.command(help=tell("help-read"))
def read(
    paths: Paths,
    output: Annotated[str, typer.Option("--format", help=tell("opt-format-read"))] = "jsonl",
    pack: PackOption = None,
    doubts: Annotated[Path | None, typer.Option("--doubts", help=tell("opt-doubts"))] = None,
    answers: AnswersOption = None,
    jobs: JobsOption = None,
    resume: ResumeOption = None,
    report: ReportOption = None,
) -> None:
    """Print the forms found in files and folders."""
    from jiheng.cli.batch import BatchWish
    from jiheng.cli.read import read

    wish = BatchWish(jobs=jobs, resume=resume, report=report)
    read(tuple(paths), output, pack, doubts, answers, wish)


@app.command(help=tell("help-write"))
def write(
    paths: Annotated[list[Path], typer.Argument(help=tell("arg-forms"), show_default=False)],
    to: Annotated[str, typer.Option("--to", help=tell("opt-to"))] = "docx",
    out: Annotated[Path, typer.Option("-o", "--out", help=tell("opt-out-write"))] = Path(),
    layout: Annotated[str | None, typer.Option(help=tell("opt-layout-write"))] = None,
    together: Annotated[bool, typer.Option("--together", help=tell("opt-together"))] = False,
    force: Annotated[bool, typer.Option("--force", help=tell("opt-force"))] = False,
) -> None:
    """Write forms as the official form of their layout."""
    from jiheng.cli.write import write

    write(tuple(paths), to, layout, out, together, force)


@app.command(help=tell("help-template"))
def template(
    layout: Annotated[str, typer.Argument(help=tell("arg-layout"), show_default=False)],
    out: Annotated[Path | None, typer.Option("-o", "--out", help=tell("opt-out-template"))] = None,
    last_year: Annotated[Path | None, typer.Option("--from", help=tell("opt-from"))] = None,
    force: Annotated[bool, typer.Option("--force", help=tell("opt-force"))] = False,
) -> None:
    """Write the empty official form of a layout."""
    from jiheng.cli.template import template

    template(layout, out, last_year, force)


@app.command(help=tell("help-diff"))
def diff(
    first: Annotated[Path, typer.Argument(help=tell("arg-before"), show_default=False)],
    second: Annotated[Path, typer.Argument(help=tell("arg-after"), show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help=tell("opt-json"))] = False,
) -> None:
    """Print what changed between two versions of a form, cell by cell."""
    from jiheng.cli.diff import diff

    diff(first, second, as_json)


@app.command(help=tell("help-grid"))
def grid(
    path: Annotated[Path, typer.Argument(help=tell("arg-file"), show_default=False)],
    output: Annotated[str, typer.Option("--format", help=tell("opt-format-grid"))] = "text",
    out: Annotated[Path | None, typer.Option("-o", "--out", help=tell("opt-out-grid"))] = None,
    force: Annotated[bool, typer.Option("--force", help=tell("opt-force"))] = False,
) -> None:
    """Print the tables of a file, cell by cell, or draw them over its pages."""
    from jiheng.cli.grid import grid

    grid(path, output, out, force)


@app.command(help=tell("help-checks"))
def checks() -> None:
    """Print every check."""
    from jiheng.cli.catalogue import checks

    checks()


@app.command(help=tell("help-explain"))
def explain(
    code: Annotated[str, typer.Argument(help=tell("arg-code"), show_default=False)],
) -> None:
    """Print what a check finds, why, what to do, and its first case."""
    from jiheng.cli.catalogue import explain

    explain(code)


@app.command(help=tell("help-sample"))
def sample(
    out: Annotated[Path, typer.Option("-o", "--out", help=tell("opt-out-sample"))],
    count: Annotated[int, typer.Option("-n", "--count", min=1, help=tell("opt-count"))] = 20,
    layout: Annotated[str | None, typer.Option(help=tell("opt-layout"))] = None,
    sector: Annotated[str | None, typer.Option(help=tell("opt-sector"))] = None,
    seed: Annotated[int, typer.Option(help=tell("opt-seed"))] = 1,
    kinds: Annotated[str | None, typer.Option("--format", help=tell("opt-format-sample"))] = None,
    damage: Annotated[str | None, typer.Option(help=tell("opt-damage"))] = None,
    plant: Annotated[str | None, typer.Option(help=tell("opt-plant"))] = None,
    scan: Annotated[int | None, typer.Option(min=1, max=3, help=tell("opt-scan"))] = None,
    photo: Annotated[int | None, typer.Option(min=1, max=3, help=tell("opt-photo"))] = None,
) -> None:
    """Write made-up forms with the truth beside them."""
    if scan is not None or photo is not None:
        from jiheng.cli.sample_pictures import sample_pictures

        sample_pictures(out, (count, seed), layout, sector, (scan, photo), (kinds, damage, plant))
        return
    from jiheng.cli.sample import sample

    sample(out, count, seed, layout, sector, kinds, damage, plant)


@app.command(help=tell("help-conformance"))
def conformance(
    path: Annotated[Path | None, typer.Argument(help=tell("arg-cases"), show_default=False)] = None,
    pack: Annotated[str | None, typer.Option("--pack", help=tell("opt-pack-cases"))] = None,
    results: Annotated[Path | None, typer.Option("--results", help=tell("opt-results"))] = None,
    as_json: Annotated[bool, typer.Option("--json", help=tell("opt-json-cases"))] = False,
) -> None:
    """Put cases worked by hand to this engine, or hold another program's results to them."""
    from jiheng.cli.conformance import conformance

    conformance(path, pack, results, as_json)


@app.command(help=tell("help-serve"))
def serve(
    host: Annotated[str, typer.Option(help=tell("opt-host"))] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help=tell("opt-port"))] = 8800,
    data: DataOption = Path("jiheng-data"),
    people: Annotated[Path | None, typer.Option(help=tell("opt-people"))] = None,
    demo: Annotated[bool, typer.Option("--demo", help=tell("opt-demo"))] = False,
) -> None:
    """Run the platform."""
    from jiheng.cli.serve import serve

    serve(host, port, data, people, demo=demo)


@app.command(help=tell("help-doctor"))
def doctor(data: DataOption = Path("jiheng-data")) -> None:
    """Look an installation of the platform over."""
    from jiheng.cli.serve import doctor

    doctor(data)


@app.command(help=tell("help-backup"))
def backup(
    file: Annotated[Path, typer.Argument(help=tell("arg-backup-to"), show_default=False)],
    data: DataOption = Path("jiheng-data"),
) -> None:
    """Back the platform's data up."""
    from jiheng.cli.serve import backup

    backup(file, data)


@app.command(help=tell("help-restore"))
def restore(
    file: Annotated[Path, typer.Argument(help=tell("arg-backup-from"), show_default=False)],
    data: DataOption = Path("jiheng-data"),
    replace: Annotated[bool, typer.Option("--replace", help=tell("opt-replace"))] = False,
) -> None:
    """Restore the platform's data."""
    from jiheng.cli.serve import restore

    restore(file, data, replace=replace)


@app.command("roll-over", help=tell("help-roll-over"))
def roll_over(
    year: Annotated[int, typer.Option(min=2000, max=2099, help=tell("opt-roll-year"))],
    organisation: Annotated[str, typer.Option(help=tell("opt-roll-organisation"))] = "",
    data: DataOption = Path("jiheng-data"),
) -> None:
    """Begin next year's forms from closed ones."""
    from jiheng.cli.serve import roll_over

    roll_over(year, organisation, data)


@app.command(help=tell_of("dossier.help-seal"))
def seal(
    path: Annotated[Path, typer.Argument(help=tell_of("dossier.arg-form"), show_default=False)],
    number: Annotated[
        int | None, typer.Option("--form", min=1, help=tell_of("dossier.opt-number"))
    ] = None,
    pack: PackOption = None,
    evidence: Annotated[
        list[Path] | None, typer.Option(help=tell_of("dossier.opt-evidence"))
    ] = None,
    review: Annotated[list[Path] | None, typer.Option(help=tell_of("dossier.opt-review"))] = None,
    history: Annotated[list[Path] | None, typer.Option(help=tell_of("dossier.opt-history"))] = None,
    by: Annotated[str | None, typer.Option(help=tell_of("dossier.opt-by"))] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help=tell_of("dossier.opt-out"))
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=tell("opt-force"))] = False,
) -> None:
    """Seal a form with all that belongs to it."""
    from jiheng.cli.seal import seal
    from jiheng.pipeline.sealing import Papers

    papers = Papers(
        evidence=tuple(evidence or ()), reviews=tuple(review or ()), history=tuple(history or ())
    )
    seal(path, number, pack, papers, by, out, force=force)


@app.command(help=tell_of("dossier.help-verify"))
def verify(
    dossier: Annotated[
        Path, typer.Argument(help=tell_of("dossier.arg-dossier"), show_default=False)
    ],
    seal: Annotated[str | None, typer.Option("--seal", help=tell_of("dossier.opt-seal"))] = None,
) -> None:
    """Say whether a dossier is as it was sealed."""
    from jiheng.cli.seal import verify

    verify(dossier, seal)


@packs_app.callback()
def packs(context: typer.Context) -> None:
    """Print the rule packs when no other command follows."""
    if context.invoked_subcommand is None:
        from jiheng.cli.packs import list_packs

        list_packs()


@packs_app.command("show", help=tell("help-packs-show"))
def show_pack(
    pack: Annotated[str, typer.Argument(help=tell("arg-pack"), show_default=False)],
) -> None:
    """Print every value of a pack, its source, and whether anyone read it."""
    from jiheng.cli.packs import show_pack

    show_pack(pack)


@packs_app.command("check", help=tell("help-packs-check"))
def check_packs(
    packs: Annotated[list[str], typer.Argument(help=tell("arg-packs"), show_default=False)],
    out: Annotated[Path | None, typer.Option("-o", "--out", help=tell("opt-out-check"))] = None,
    as_json: Annotated[bool, typer.Option("--json", help=tell("opt-json"))] = False,
) -> None:
    """Print what is wrong with rule packs, each fault with a form that shows it."""
    from jiheng.cli.packs_check import check

    check(tuple(packs), out, as_json)


@packs_app.command("new", help=tell("help-packs-new"))
def new_pack(
    pack: Annotated[str, typer.Argument(help=tell("arg-new-pack"), show_default=False)],
    extends: Annotated[str, typer.Option("--extends", help=tell("opt-extends"))] = "cn-2020-10",
    out: Annotated[Path, typer.Option("-o", "--out", help=tell("opt-out-new"))] = Path(),
) -> None:
    """Write a commented starting file for a pack of one's own."""
    from jiheng.cli.packs_new import new

    new(pack, extends, out)


@packs_app.command("diff", help=tell("help-packs-diff"))
def diff_packs(
    first: Annotated[str, typer.Argument(help=tell("arg-pack-file"), show_default=False)],
    second: Annotated[str, typer.Argument(help=tell("arg-pack-file"), show_default=False)],
    paths: Annotated[
        list[Path] | None, typer.Argument(help=tell("arg-paths"), show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=tell("opt-json"))] = False,
) -> None:
    """Print the values in which two packs differ, and the forms that change with them."""
    from jiheng.cli.packs_diff import diff

    diff(first, second, tuple(paths or ()), as_json)


def main() -> None:
    """Run the command line; output that does not fit the terminal's encoding never stops it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    app()
