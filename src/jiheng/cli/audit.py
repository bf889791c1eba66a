"""``jiheng audit``: the main job."""

import shlex
import sys
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import typer
from msgspec.structs import replace

from jiheng.cli.answers import taken_answers, tell_unfit
from jiheng.cli.batch import BatchWish, checked_wish, interruptible, leave_report, tell_skipped
from jiheng.cli.closing import tell_closing
from jiheng.cli.drawing import draw_table, harmless, progress_bar
from jiheng.cli.exits import FOUND_ERRORS, UNREADABLE, checked_format, usage_error
from jiheng.cli.language import language, listed, tell
from jiheng.cli.waivers import drafts, unused_line
from jiheng.formats.apart.memory import settle
from jiheng.model.audit import RunFinding
from jiheng.pipeline.annotating import write_annotated
from jiheng.pipeline.answers import Answer
from jiheng.pipeline.batch import Manner
from jiheng.pipeline.journal import BadJournal
from jiheng.pipeline.naming import called
from jiheng.pipeline.output import json_lines, write_outputs
from jiheng.pipeline.run import Entry, RunResult, audit_paths
from jiheng.pipeline.settings import BadSettings, load_settings
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.messages import say
from jiheng.rulebook.telling import cause_of
from jiheng.writers.report.agreement import span
from jiheng.writers.report.order import most_pressing, number_findings, tally
from jiheng.writers.report.verdict_words import verdict_words
from jiheng.writers.report.voice import Voice

_SHOWN_FILES = 3
"""So many files are named; of the others only the number is told."""


def audit(
    paths: tuple[Path, ...],
    pack: str | None,
    out: Path | None,
    output: str,
    timing: bool,
    answers: Path | None,
    wish: BatchWish,
    evidence: Path | None = None,
) -> None:
    """Audit the forms in files and folders, and leave a report behind when asked."""
    checked_format(output, ("table", "jsonl", "waivers"))
    if evidence is not None and not evidence.is_dir():
        usage_error(say("evidence.no-folder", language(), path=called(evidence)))
    manner = checked_wish(wish)
    settle()
    # Comments go into copies of the files, those in an archive too: what it held stays until then.
    with TemporaryDirectory(prefix="jiheng-") if out is not None else nullcontext() as keep:
        manner = replace(manner, keep=None if keep is None else Path(keep))
        with interruptible(wish):
            result = _run(paths, pack, manner, taken_answers(answers), evidence)
        _print(result, output)
        leave_report(wish.report, result.reading)
        if out is not None:
            _leave(result, out)
    if timing:
        _tell_times(result)
    raise typer.Exit(_exit_code(result))


def _run(
    paths: tuple[Path, ...],
    pack: str | None,
    manner: Manner,
    answers: tuple[Answer, ...],
    evidence: Path | None,
) -> RunResult:
    try:
        waivers = load_settings(Path()).waive
        with progress_bar() as progress:
            return audit_paths(
                paths, pack, waivers, progress, language(), answers, manner, evidence
            )
    except (RulebookError, BadSettings, BadJournal) as error:
        usage_error(error)


def _print(result: RunResult, output: str) -> None:
    if output == "table":
        _tell(result)
    else:
        for line in json_lines(result) if output == "jsonl" else drafts(result):
            sys.stdout.write(line + "\n")
        for rule in result.unused:
            typer.echo(unused_line(rule), err=True)
    tell_skipped(result.skipped)
    tell_unfit(result.unfit)


def _exit_code(result: RunResult) -> int:
    if result.run.refused or result.unfit:
        return UNREADABLE
    failed = any(entry.audit.verdict == "error" for entry in result.entries)
    across = any(
        found.severity == "error" and found.mend == "unit" for found in result.run.findings
    )
    return FOUND_ERRORS if failed or across else 0


def _tell(result: RunResult) -> None:
    if result.entries:
        columns = (
            "number",
            "project",
            "verdict",
            "printed",
            "recomputed",
            "grade",
            "errors",
            "warnings",
            "infos",
            "first",
        )
        rows = [_row(number, entry) for number, entry in enumerate(result.entries, 1)]
        draw_table([tell(f"col-{column}") for column in columns], rows)
    _tell_proofs(result)
    _tell_across(result.run.findings)
    tell_closing(result)


def _row(number: int, entry: Entry) -> tuple[str, ...]:
    audit = entry.audit
    numbered = number_findings(entry.form, audit)
    first = most_pressing(numbered)
    return (
        str(number),
        audit.form.project or tell("unnamed"),
        verdict_words(audit, Voice(language=language())),
        audit.score.printed or "",
        span(audit.score.recomputed) if audit.score.recomputed else tell("unknown"),
        "–".join(audit.score.grade_recomputed),
        *map(str, tally(numbered)),
        "" if first is None else f"{first.finding.code} {first.finding.message}",
    )


def _tell_proofs(result: RunResult) -> None:
    for entry in result.entries:
        proofs = entry.audit.proofs
        if proofs is None:
            continue
        values = {"claimed": proofs.claimed, "supported": proofs.supported}
        project = entry.audit.form.project or tell("unnamed")
        typer.echo(harmless(say("evidence.line", language(), project=project, **values)))
        if proofs.unclaimed:
            names = listed(proofs.unclaimed)
            typer.echo(harmless(say("evidence.unclaimed", language(), names=names)), err=True)


def _tell_across(findings: tuple[RunFinding, ...]) -> None:
    if findings:
        typer.echo(tell("between-forms") + tell("colon"))
    for found in findings:
        severity, mend = tell(f"severity-{found.severity}"), tell(f"mend-{found.mend}")
        message = harmless(found.message)
        line = tell("across", code=found.code, severity=severity, mend=mend, message=message)
        typer.echo(f"  {line}")


def _leave(result: RunResult, out: Path) -> None:
    command = called(shlex.join(["jiheng", *sys.argv[1:]]))
    try:
        now = datetime.now().astimezone()
        written = write_outputs(result, out, command, now, language())
        annotated = write_annotated(result, out, now, language())
    except OSError as error:
        usage_error(tell("unwritable", path=called(out), cause=cause_of(error)))
    typer.echo(tell("written", paths=listed(map(called, written))), err=True)
    if annotated.written:
        names = map(called, annotated.written[:_SHOWN_FILES])
        more = "…" if len(annotated.written) > _SHOWN_FILES else ""
        count, paths = str(len(annotated.written)), listed(names) + more
        typer.echo(tell("annotated", count=count, paths=paths), err=True)
    for refusal in annotated.refused:
        typer.echo(tell("unannotated", path=refusal.path, cause=refusal.reason), err=True)


def _tell_times(result: RunResult) -> None:
    for stage, seconds in result.seconds.items():
        typer.echo(f"{stage:>10} {seconds * 1000:9.2f} ms", err=True)
