"""``jiheng checks`` and ``jiheng explain``: the catalogue of checks."""

import inspect
from importlib.resources import files

import typer

from jiheng.audit.catalogue import FORM_CHECKS, RUN_CHECKS
from jiheng.audit.check import Check, FormCheck, RunCheck
from jiheng.cli.drawing import draw_table
from jiheng.cli.exits import usage_error
from jiheng.cli.language import language, listed, tell
from jiheng.rulebook.messages import template

AnyCheck = Check[FormCheck] | Check[RunCheck]


def checks() -> None:
    """Print every check with its severity and who mends what it finds."""
    columns = ("code", "severity", "mend", "title")
    rows = [
        (
            check.code,
            tell(f"severity-{check.severity}"),
            tell(f"mend-{check.mend}"),
            _title(check),
        )
        for check in _all()
    ]
    draw_table([tell(f"col-{column}") for column in columns], rows)


def explain(code: str) -> None:
    """Print what a check finds, why, what to do, and its first case."""
    check = next((each for each in _all() if each.code == code.upper()), None)
    if check is None:
        usage_error(tell("no-code", code=code))
    typer.echo(f"{check.code} {check.name}  {tell(f'severity-{check.severity}')}")
    typer.echo(_title(check))
    typer.echo(f"\n{inspect.getdoc(check.run)}")
    for key, label in (("fails", "explain-fails"), ("advice", "explain-do")):
        sentence = _sentence(check, key)
        if sentence:
            typer.echo(f"\n{tell(label)}{tell('colon')}{sentence}")
    typer.echo(f"\n{tell('explain-reads')}{tell('colon')}{listed(check.reads)}")
    for source in check.sources:
        known = tell("verified" if source.verified else "unverified")
        cited = tell("cited", title=source.title, pinpoint=source.pinpoint, known=known)
        typer.echo(f"{tell('explain-source')}{tell('colon')}{cited}")
    typer.echo(f"\n{tell('explain-case')}{tell('colon').rstrip()}\n{_first_case(check)}")


def _all() -> tuple[AnyCheck, ...]:
    return (*FORM_CHECKS, *RUN_CHECKS)


def _title(check: AnyCheck) -> str:
    return _sentence(check, "title") or check.name


def _sentence(check: AnyCheck, key: str) -> str | None:
    return template(f"{check.code[:2].lower()}.{check.code}.{key}", language())


def _first_case(check: AnyCheck) -> str:
    """Return the text of the first case, as it stands in the check's own file."""
    folder = files("jiheng.audit.checks")
    name = f"{check.code.lower()}_{check.name.replace('-', '_')}.yaml"
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    starts = [at for at, line in enumerate(lines) if line.startswith("  - case:")]
    later = (at for at in range(starts[0] + 1, len(lines)) if not lines[at].startswith("    "))
    return "\n".join(lines[starts[0] : next(later, len(lines))])
