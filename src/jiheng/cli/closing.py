"""What ``jiheng audit`` tells after its table: sums, rule packs, files left out, waivers."""

from collections import Counter

import typer

from jiheng.cli.drawing import harmless
from jiheng.cli.language import tell
from jiheng.cli.waivers import unused_line
from jiheng.model.audit import Run
from jiheng.pipeline.run import Entry, RunResult


def tell_closing(result: RunResult) -> None:
    """Print what is said of the whole run."""
    _tell_left_out(result.run)
    _tell_verdicts(result)
    _tell_execution(result.run)
    _tell_packs(result)
    _tell_waivers(result)


def _tell_left_out(run: Run) -> None:
    if run.refused:
        typer.echo(tell("refused") + tell("colon"))
        for refusal in run.refused:
            typer.echo(f"  {refusal.reason}")
    for form in run.unjudged:
        typer.echo(form.reason)
    for repeat in run.repeated:
        typer.echo(tell("repeated", path=repeat.path, other=repeat.same_as))


def _tell_verdicts(result: RunResult) -> None:
    verdicts = [entry.audit.verdict for entry in result.entries if not _is_spared(entry)]
    typer.echo(
        tell(
            "summary",
            forms=str(len(result.entries)),
            errors=str(verdicts.count("error")),
            warnings=str(verdicts.count("warning")),
            clean=str(verdicts.count("clean")),
        )
    )


def _is_spared(entry: Entry) -> bool:
    """Whether nothing counts against a form only because it was let stand."""
    return entry.audit.verdict == "clean" and entry.audit.waived > 0


def _tell_execution(run: Run) -> None:
    if run.execution_by_money and run.execution_by_mean:
        typer.echo(tell("by-money", money=run.execution_by_money, mean=run.execution_by_mean))


def _tell_packs(result: RunResult) -> None:
    """Print each pack with each reason for which it was taken, and for how many forms."""
    reasons = Counter(
        (entry.pack.id, entry.pack_certain, entry.audit.pack_why) for entry in result.entries
    )
    for (pack, is_certain, why), forms in reasons.items():
        ground = tell("pack-certain" if is_certain else "pack-supposed")
        told = harmless(why)
        typer.echo(tell("why-pack", pack=pack, forms=str(forms), ground=ground, why=told))


def _tell_waivers(result: RunResult) -> None:
    waived = [entry for entry in result.entries if entry.audit.waived]
    if waived:
        count, forms = str(result.run.waived), str(len(waived))
        clean = str(sum(map(_is_spared, waived)))
        typer.echo(tell("waived", count=count, forms=forms, clean=clean))
    for rule in result.unused:
        typer.echo(unused_line(rule))
