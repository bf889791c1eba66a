"""``jiheng checks`` and ``jiheng explain``: the catalogue of checks."""

import typer

from jiheng.audit.catalogue import ALL_CHECKS
from jiheng.cli.cases import AnyCheck, example_sentence, first_case, sentence
from jiheng.cli.drawing import draw_table
from jiheng.cli.exits import usage_error
from jiheng.cli.language import language, listed, tell


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
        for check in ALL_CHECKS
    ]
    draw_table([tell(f"col-{column}") for column in columns], rows)


def explain(code: str) -> None:
    """Print what a check finds, why, what to do, and its first case."""
    if not code.strip():
        usage_error(tell("no-code-given"))
    check = next((each for each in ALL_CHECKS if each.code == code.upper()), None)
    if check is None:
        usage_error(tell("no-code", code=code))
    typer.echo(f"{check.code} {check.name}  {tell(f'severity-{check.severity}')}")
    typer.echo(f"{_title(check)}\n")
    example = example_sentence(check, language(), tell("explain-blank"))
    for label, text in (
        ("explain-why", sentence(check, "why", language())),
        ("explain-do", sentence(check, "advice", language())),
        ("explain-fails", example),
        ("explain-reads", listed(check.reads)),
    ):
        if text:
            typer.echo(f"{tell(label)}{tell('colon')}{text}")
    for source in check.sources:
        known = tell("verified" if source.verified else "unverified")
        cited = tell("cited", title=source.title, pinpoint=source.pinpoint, known=known)
        typer.echo(f"{tell('explain-source')}{tell('colon')}{cited}")
    typer.echo(f"\n{tell('explain-case')}{tell('colon').rstrip()}\n{first_case(check, language())}")


def _title(check: AnyCheck) -> str:
    return sentence(check, "title", language()) or check.name
