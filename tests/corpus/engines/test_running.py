"""Whichever engine scores a corpus, its forms have the same totals."""

import os
import signal
from functools import partial, reduce
from operator import add
from pathlib import Path

import pytest

from jiheng.corpus.engines.running import Engine, run
from jiheng.corpus.engines.spark import spark_session
from jiheng.corpus.engines.totals import Totals, totals_of
from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.making import make_corpus
from jiheng.corpus.store.opening import open_corpus
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.rules import rules_of

PACK = load_pack("cn-2020-10")
SCORED = partial(totals_of, rules=rules_of(PACK), base=PACK.money_base.value)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """A corpus of 16 row groups, 200 forms in all."""
    folder = tmp_path_factory.mktemp("corpus")
    make_corpus(folder, 200)
    return open_corpus(folder)


@pytest.fixture(scope="module")
def by_threads(corpus):
    return totals(corpus, SCORED, "local")


def totals(corpus, work, name):
    return reduce(add, run(corpus, work, engine=Engine(name=name, jobs=2)), Totals())


def dying_once(batch, mark: Path):
    """Score a row group, but let the program that is the first to do so die."""
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return SCORED(batch)


def test_every_form_is_scored(corpus, by_threads):
    assert by_threads.digest.forms == corpus.manifest.forms == 200


def test_two_programs_give_the_totals_of_threads_though_one_is_killed(corpus, by_threads, tmp_path):
    work = partial(dying_once, mark=tmp_path / "died")

    assert totals(corpus, work, "processes") == by_threads


# PySpark leaves the socket of an answer to the collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.slow
def test_spark_gives_the_totals_of_threads_though_a_worker_is_killed(corpus, by_threads, tmp_path):
    work = partial(dying_once, mark=tmp_path / "died")

    assert totals(corpus, work, "spark") == by_threads


def test_a_broken_file_is_told_by_programs_as_by_threads(tmp_path):
    make_corpus(tmp_path, 20)
    broken = next(tmp_path.rglob("rows-*.parquet"))
    broken.write_bytes(b"PAR1")

    with pytest.raises(CorpusError, match=broken.name):
        totals(open_corpus(tmp_path), SCORED, "processes")


def test_a_cluster_that_does_not_answer_is_told_at_once():
    with (
        pytest.raises(CorpusError, match=r"spark://127\.0\.0\.1:9"),
        spark_session("spark://127.0.0.1:9"),
    ):
        pass


def test_without_spark_a_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setattr("jiheng.corpus.engines.spark.find_spec", lambda name: None)

    with pytest.raises(CorpusError, match=r"jiheng\[spark\]"), spark_session():
        pass
