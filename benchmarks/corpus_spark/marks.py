"""Scoring that leaves a mark for each row group that was begun, wherever its program runs."""

from functools import partial
from pathlib import Path
from uuid import uuid4

from jiheng.corpus.coded.batches import Batch
from jiheng.corpus.engines.totals import Totals, totals_of
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.rules import rules_of

PACK = load_pack("cn-2020-10")
_SCORED = partial(totals_of, rules=rules_of(PACK), base=PACK.money_base.value)


def marked(batch: Batch, folder: Path) -> Totals:
    """Score a row group, and leave a mark that it was begun."""
    (folder / uuid4().hex).touch()
    return _SCORED(batch)
