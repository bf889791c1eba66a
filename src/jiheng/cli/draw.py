"""``jiheng draw``: a sample that anyone can draw again."""

from pathlib import Path
from secrets import token_bytes

import typer

from jiheng.cli.drawing import draw_table
from jiheng.cli.exits import FOUND_ERRORS, usage_error
from jiheng.cli.language import language, tell
from jiheng.cli.saving import save, save_secret
from jiheng.corpus.draw.drawing import Draw, Frozen
from jiheng.corpus.draw.drawing import draw as drawn
from jiheng.corpus.draw.drawing import freeze as frozen
from jiheng.corpus.draw.errors import UnfitPopulation
from jiheng.corpus.draw.estimate import Estimate
from jiheng.corpus.draw.estimate import estimate as estimated
from jiheng.corpus.draw.population import Population, Stratum
from jiheng.corpus.draw.tables import (
    decoded,
    differences_of,
    entries_of,
    must_checks_of,
    written,
)
from jiheng.corpus.draw.verifying import verify as misfits
from jiheng.pipeline.naming import called
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import Told, phrase
from jiheng.rulebook.telling import cause_of

_SECRET_BYTES = 32


def freeze(
    path: Path,
    title: str,
    number_to_come: str,
    sizes: tuple[str, ...],
    least: int,
    out: Path,
    secret_path: Path,
    *,
    by_money: bool,
) -> None:
    """Write the frozen population, and the secret apart from it."""
    try:
        entries = entries_of(_bytes(path), _say("everyone"))
        names = dict.fromkeys(each.stratum for each in entries)
        population = Population(
            title=title,
            number_to_come=number_to_come,
            strata=_strata(sizes, tuple(names)),
            entries=entries,
            by_money=by_money,
            least=max(least, 0) * 100 or 1,
        )
        secret = token_bytes(_SECRET_BYTES)
        paper = frozen(population, secret)
    except UnfitPopulation as error:
        usage_error(error)
    # The secret first: a paper whose secret is lost could never be drawn from.
    save_secret(secret_path, secret)
    save(out, written(paper), force=False)
    typer.echo(_say("frozen", count=str(len(entries)), digest=paper.digest))
    typer.echo(_say("committed", commitment=paper.commitment, path=called(secret_path)))


def pick(path: Path, secret_path: Path, number: str, must_check: Path | None, out: Path) -> None:
    """Write the draw."""
    try:
        must = () if must_check is None else must_checks_of(_bytes(must_check))
        secret = bytes.fromhex(_bytes(secret_path).decode("ascii", errors="replace").strip())
        paper = drawn(decoded(_bytes(path), Frozen), secret, number, must)
    except UnfitPopulation as error:
        usage_error(error)
    except ValueError:
        usage_error(_say("other-secret"))
    save(out, written(paper), force=False)
    _list(paper)
    typer.echo(_say("drew", count=str(len(paper.chosen)), must=str(len(paper.must_check))))


def verify(path: Path, earlier: Path | None) -> None:
    """Draw again from a published draw, and say whether it is the same."""
    try:
        paper = decoded(_bytes(path), Draw)
        before = None if earlier is None else decoded(_bytes(earlier), Frozen)
    except UnfitPopulation as error:
        usage_error(error)
    told = misfits(paper, before)
    for each in told:
        typer.echo(_say(each.value), err=True)
    if told:
        raise typer.Exit(FOUND_ERRORS)
    typer.echo(_say("fits", count=str(len(paper.chosen))))


def estimate(path: Path, results: Path) -> None:
    """Print what the re-checked forms say of all."""
    try:
        paper = decoded(_bytes(path), Draw)
        found = estimated(paper.frozen.population, paper.chosen, differences_of(_bytes(results)))
    except UnfitPopulation as error:
        usage_error(error)
    typer.echo(_said(found))
    typer.echo(_say("by-money" if paper.frozen.population.by_money else "by-form"))


def _said(found: Estimate | None) -> str:
    if found is None:
        return _say("estimate-none")
    numbers = {"mean": f"{found.mean:+.2f}", "checked": str(found.checked)}
    numbers["drawn"] = str(found.drawn)
    if found.low is None or found.high is None:
        return _say("estimate-alone", **numbers)
    return _say(
        "estimate",
        low=f"{found.low:+.2f}",
        high=f"{found.high:+.2f}",
        level=f"{found.level * 100:.0f}",
        **numbers,
    )


def _list(paper: Draw) -> None:
    entries = {each.id: each for each in paper.frozen.population.entries}
    columns = [tell(f"col-{name}") for name in ("id", "project", "unit", "stratum", "chance")]
    rows = [
        (
            each.id,
            entries[each.id].project,
            entries[each.id].unit,
            each.stratum,
            f"{float(each.probability):.1%}",
        )
        for each in paper.chosen
    ]
    draw_table(columns, rows)


def _strata(sizes: tuple[str, ...], names: tuple[str, ...]) -> tuple[Stratum, ...]:
    """Return the groups with their sizes: ``name=size``, or one size for all groups."""
    told = dict[str, int]()
    for text in sizes:
        name, _, size = text.rpartition("=")
        if not size.isdecimal() or not int(size):
            raise UnfitPopulation(phrase("draw.no-size", text=text))
        told.update({name: int(size)} if name else dict.fromkeys(names, int(size)))
    return tuple(Stratum(name=name, size=size) for name, size in told.items())


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        usage_error(_say("unopened", path=called(path), cause=cause_of(error)))


def _say(key: str, **values: Told) -> str:
    return say(f"draw.{key}", language(), **values)
