"""``jiheng corpus bench``: how many forms a second this machine scores."""

from os import cpu_count
from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from jiheng.cli.corpus_score import draw_totals, tell, telling
from jiheng.cli.drawing import draw_table
from jiheng.corpus.engines.pace import Pace, pace_of
from jiheng.corpus.store.making import make_corpus
from jiheng.corpus.store.opening import open_corpus
from jiheng.rulebook.loading import load_pack

_MEGABYTE = 1 << 20


def bench(folder: Path | None, pack_id: str, forms: int, jobs: int | None) -> None:
    """Measure a corpus, or one that is made up for the time being."""
    with TemporaryDirectory(prefix="jiheng-bench-") as made:
        if folder is None:
            make_corpus(Path(made), forms)
            typer.echo(tell("made", count=f"{forms:,}"))
        _measure(folder or Path(made), pack_id, jobs)


def _measure(folder: Path, pack_id: str, jobs: int | None) -> None:
    count = jobs or cpu_count() or 1
    with telling():
        pace = pace_of(open_corpus(folder), load_pack(pack_id), count)
    draw_totals(pace.totals)
    columns = [tell("col-work"), tell("col-seconds"), tell("col-rate")]
    draw_table(columns, _rows(pace, count))


def _rows(pace: Pace, jobs: int) -> list[tuple[str, str, str]]:
    forms = pace.totals.digest.forms
    timed = (
        (tell("label-decoded"), pace.decoded),
        (tell("label-scored"), pace.scored),
        (tell("label-whole", jobs=str(jobs)), pace.whole),
    )
    return [
        (tell("label-compiled"), f"{pace.compiled:.3f}", ""),
        *((name, f"{seconds:.3f}", _rate(forms, seconds)) for name, seconds in timed),
        (tell("label-memory"), f"{pace.memory // _MEGABYTE:,} MB", ""),
    ]


def _rate(forms: int, seconds: float) -> str:
    return f"{forms / seconds:,.0f}" if seconds else tell("none")
