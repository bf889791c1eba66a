"""Threads give what one after another gives."""

import pytest

from jiheng.corpus.engines.digest import Digest, digest_of
from jiheng.corpus.engines.local import each_batch
from jiheng.corpus.store.making import make_corpus
from jiheng.corpus.store.opening import open_corpus


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Return a corpus of sixteen parts."""
    folder = tmp_path_factory.mktemp("corpus")
    make_corpus(folder, 40)
    return open_corpus(folder)


def printed(batch):
    """Return the digest of what the forms print."""
    return digest_of(batch.keys, batch.facts.total, batch.facts.total)


def whole(parts):
    """Return the digest of all parts."""
    found = Digest()
    for part in parts:
        found = found.plus(part)
    return found


@pytest.mark.parametrize("threads", [1, 3])
def test_batches_come_in_their_order(corpus, threads):
    found = each_batch(corpus, lambda batch: (batch.part, batch.group), threads=threads)

    assert list(found) == list(corpus.addresses())


def test_a_mistake_in_a_thread_is_told(corpus):
    with pytest.raises(ZeroDivisionError):
        list(each_batch(corpus, lambda batch: batch.size // 0))


def test_the_digest_does_not_depend_on_order_or_threads(corpus):
    one = whole(reversed([printed(batch) for batch in corpus.batches(("total",))]))

    assert whole(each_batch(corpus, printed, ("total",), threads=2)) == one
    assert one.forms == 40


def test_the_digest_tells_a_hundredth_of_a_point(corpus):
    batch = next(corpus.batches(("total",)))
    other = batch.facts.total.copy()
    other[0] += 1

    assert digest_of(batch.keys, batch.facts.total, other) != printed(batch)


def test_two_forms_that_change_their_totals_change_the_digest(corpus):
    batch = next(corpus.batches())
    totals = batch.keys * 0
    totals[0] = 9000

    assert digest_of(batch.keys, totals, totals) != digest_of(
        batch.keys, totals[::-1], totals[::-1]
    )
