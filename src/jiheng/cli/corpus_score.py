"""``jiheng corpus score``: all forms of a corpus under one pack, by whichever engine."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import cast, get_args

from jiheng.cli.drawing import draw_table
from jiheng.cli.exits import usage_error
from jiheng.cli.language import language, listed
from jiheng.corpus.engines.running import Engine, EngineName
from jiheng.corpus.engines.spark import HERE
from jiheng.corpus.engines.totals import Totals, corpus_totals
from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.opening import open_corpus
from jiheng.model.points import format_points
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.loading import load_pack
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import Told

_ENGINES: tuple[str, ...] = get_args(EngineName)


def score(folder: Path, pack_id: str, engine: Engine) -> None:
    """Print the totals of all forms in a few numbers."""
    with telling():
        totals = corpus_totals(open_corpus(folder), load_pack(pack_id), engine)
    draw_totals(totals)


def chosen_engine(name: str, master: str | None, jobs: int | None) -> Engine:
    """Return the engine that was asked for; leave with a sentence where there is none."""
    if name not in _ENGINES:
        usage_error(tell("bad-engine", name=name, known=listed(_ENGINES)))
    return Engine(name=cast(EngineName, name), jobs=jobs, master=master or HERE)


def draw_totals(totals: Totals) -> None:
    """Print the totals as a table."""
    rows = (
        (tell("label-forms"), f"{totals.digest.forms:,}"),
        (tell("label-said"), f"{totals.said:,}"),
        (tell("label-open"), f"{totals.open:,}"),
        (tell("label-mean"), _mean(totals)),
        (tell("label-digest"), str(totals.digest)),
    )
    draw_table([tell("col-work"), tell("col-result")], rows)


def _mean(totals: Totals) -> str:
    if not totals.said:
        return tell("none")
    low, high = (
        format_points((2 * points + totals.said) // (2 * totals.said))
        for points in (totals.low, totals.high)
    )
    return low if low == high else tell("between", low=low, high=high)


@contextmanager
def telling() -> Generator[None]:
    """Leave with a sentence when a corpus, a pack or an engine cannot be used."""
    try:
        yield
    except (CorpusError, RulebookError) as error:
        usage_error(error)


def tell(key: str, **values: Told) -> str:
    """Return a sentence about engines in the user's language."""
    return say(f"engine.{key}", language(), **values)
