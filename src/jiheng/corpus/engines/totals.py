"""The totals of all forms in a few numbers, which parts of a corpus add up to."""

from functools import partial, reduce
from operator import add

from msgspec import Struct

from jiheng.corpus.coded.batches import Batch
from jiheng.corpus.engines.digest import Digest, digest_of
from jiheng.corpus.engines.running import Engine, run
from jiheng.corpus.engines.scoring import score_batch
from jiheng.corpus.store.opening import Corpus
from jiheng.rulebook.pack import MoneyBase, Pack
from jiheng.scoring.kernels.forms import UNKNOWN
from jiheng.scoring.rules import Rules, rules_of


class Totals(Struct, frozen=True, kw_only=True):
    """How many forms have which totals.

    Attributes:
        digest: of all forms and their totals.
        said: how many have a total that can be said.
        open: how many of those have a range.
        low: sum of the lowest totals of those said, 1/100 point.
        high: sum of the highest.
    """

    digest: Digest = Digest()
    said: int = 0
    open: int = 0
    low: int = 0
    high: int = 0

    def __add__(self, other: "Totals") -> "Totals":
        """Return the totals of both."""
        return Totals(
            digest=self.digest.plus(other.digest),
            said=self.said + other.said,
            open=self.open + other.open,
            low=self.low + other.low,
            high=self.high + other.high,
        )


def totals_of(batch: Batch, rules: Rules, base: MoneyBase) -> Totals:
    """Return the totals of a row group; the arguments are those of ``score_batch``."""
    lows, highs = score_batch(batch, rules, base)
    is_said = lows != UNKNOWN
    return Totals(
        digest=digest_of(batch.keys, lows, highs),
        said=int(is_said.sum()),
        open=int((lows != highs).sum()),
        low=int(lows.sum(where=is_said)),
        high=int(highs.sum(where=is_said)),
    )


def corpus_totals(corpus: Corpus, pack: Pack, engine: Engine | None = None) -> Totals:
    """Return the totals of all forms under a pack; for errors see ``running.run``."""
    work = partial(totals_of, rules=rules_of(pack), base=pack.money_base.value)
    return reduce(add, run(corpus, work, engine=engine), Totals())
