"""``jiheng measure sample``: a made-up ledger in files, with the truth beside it."""

import re
from decimal import Decimal
from pathlib import Path

import typer
from msgspec.structs import asdict

from jiheng.cli.exits import checked_format, usage_error
from jiheng.cli.language import language, listed, tell
from jiheng.corpus.ledgers import KINDS, SYSTEMS, Rates, SheetFull, Truth, Wish, sample_ledger
from jiheng.corpus.ledgers.writing import PLANTED, TRUTH
from jiheng.pipeline.naming import called
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import Told
from jiheng.rulebook.telling import cause_of

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*[%％]?")
_MOST = 100


def sample(
    system: str,
    rows: int,
    seed: int,
    year: int,
    out: Path,
    kind: str,
    chances: dict[str, str | None],
) -> None:
    """Write a made-up ledger of a system.

    Args:
        system: id of its ledger.
        rows: of all tables together, at least.
        seed: of the dice.
        year: that the rows are about.
        out: a folder that is empty or not there yet.
        kind: csv, xlsx, parquet or sqlite.
        chances: percents by the names in ``Rates``; None keeps the usual one.
    """
    known = tuple(each.name for each in SYSTEMS)
    if system not in known:
        usage_error(_say("sample-unknown", name=system, known=listed(known)))
    checked_format(kind, KINDS)
    wish = Wish(system=system, rows=rows, seed=seed, year=year, rates=_rates(chances))
    try:
        if out.is_dir() and any(not each.name.startswith(".") for each in out.iterdir()):
            usage_error(_say("sample-used", path=called(out)))
        truth = sample_ledger(wish, out, kind)
    except OSError as error:
        usage_error(tell("unwritable", path=called(out), cause=cause_of(error)))
    except SheetFull as error:
        usage_error(_say("sample-sheet-full", table=str(error)))
    except ModuleNotFoundError:
        usage_error(_say("sample-no-parquet"))
    _tell(truth, out)


def _rates(chances: dict[str, str | None]) -> Rates:
    given = {name: _rate(name, text) for name, text in chances.items() if text is not None}
    return Rates(**{**asdict(Rates()), **given})


def _rate(name: str, text: str) -> int:
    """Return a percent in 1/10,000."""
    found = _PERCENT.fullmatch(text.strip())
    if found is None or Decimal(found[1]) > _MOST:
        usage_error(_say("sample-bad-rate", option=f"--{name.replace('_', '-')}", text=text))
    return int(Decimal(found[1]) * 100)


def _tell(truth: Truth, out: Path) -> None:
    rows = sum(truth.rows.values())
    typer.echo(_say("sample-written", rows=f"{rows:,}", count=str(len(truth.files))))
    for kind, count in sorted(truth.planted.items()):
        typer.echo(_say("sample-planted", kind=_say(f"planted.{kind}"), count=f"{count:,}"))
    typer.echo(_say("sample-truth", truth=called(out / TRUTH), planted=called(out / PLANTED)))


def _say(key: str, **values: Told) -> str:
    return say(f"ledger.{key}", language(), **values)
