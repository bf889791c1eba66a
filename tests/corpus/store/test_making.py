"""Made-up corpora are the same from the same seed, and agree with what they were made of."""

import numpy as np
import pytest

from jiheng.corpus.coded.batches import GROUP
from jiheng.corpus.coded.made import Making, made_batches
from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.making import make_corpus
from jiheng.corpus.store.manifest import read_manifest
from jiheng.corpus.store.opening import open_corpus
from jiheng.scoring.kernels import rows
from tests.corpus.store.shelf import form, shelve


def only(making):
    """Return the only batch of a small making."""
    (batch,) = made_batches(making)
    return batch


def test_the_same_seed_makes_the_same_files(tmp_path):
    first, second = (make_corpus(tmp_path / name, 50) for name in "ab")

    assert first.parts == second.parts


def test_every_form_is_there_once_and_marked_as_made_up(tmp_path):
    make_corpus(tmp_path, 50)
    corpus = open_corpus(tmp_path)

    assert (corpus.manifest.made_up, corpus.manifest.forms) == (True, 50)
    assert len(np.unique(corpus.keys())) == 50
    assert sum(pack.forms for part in corpus.manifest.parts for pack in part.packs) == 50


def test_another_corpus_in_the_same_folder_leaves_no_file_of_the_first(tmp_path):
    make_corpus(tmp_path, 50)
    make_corpus(tmp_path, 20)

    named = {file.path for part in read_manifest(tmp_path).parts for file in part.files}

    assert {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.parquet")} == named


def test_a_made_up_corpus_does_not_replace_filed_forms(tmp_path):
    shelve(tmp_path, form(1))

    with pytest.raises(CorpusError, match="不会用模拟数据覆盖"):
        make_corpus(tmp_path, 20)

    assert read_manifest(tmp_path).forms == 1


def test_filed_forms_are_not_added_to_a_made_up_corpus(tmp_path):
    make_corpus(tmp_path, 20)

    with pytest.raises(CorpusError, match="不能加入真的自评表"):
        shelve(tmp_path, form(1))


def test_what_is_read_back_is_what_was_made(tmp_path):
    make_corpus(tmp_path, 50)

    batch = next(open_corpus(tmp_path).batches(("amount",)))
    made = only(Making(count=batch.size, year=batch.year, region=batch.region))

    assert all(map(np.array_equal, batch.readings, made.readings))
    assert [each.dtype for each in batch.readings] == [each.dtype for each in made.readings]
    assert np.array_equal(batch.facts.amount, made.facts.amount)


def test_amounts_are_in_lowest_terms():
    readings = only(Making(count=500)).readings
    compared = readings.asked == rows.POSITIVE

    common = np.gcd(readings.first[compared], readings.second[compared])

    assert np.unique(common).tolist() in ([0, 1], [1])


def test_the_guard_knows_the_largest_amount_of_each_form():
    batch = only(Making(count=500))
    compared = (batch.readings.asked >= rows.POSITIVE) & (batch.readings.asked < rows.DATE)
    of = np.repeat(np.arange(batch.size), np.diff(batch.begin))[compared]

    first, second = batch.readings.first[compared], batch.readings.second[compared]

    assert (first <= batch.guard.largest[of]).all()
    assert (second <= batch.guard.largest[of]).all()
    assert (first <= np.maximum(second, 1) * (batch.guard.times[of] + 1)).all()


def test_row_groups_have_at_most_the_same_size(monkeypatch):
    monkeypatch.setattr("jiheng.corpus.coded.made.GROUP", 30)

    batches = list(made_batches(Making(count=70)))

    assert [batch.size for batch in batches] == [30, 30, 10]
    assert len({key for batch in batches for key in batch.keys.tolist()}) == 70
    assert GROUP == 65_536
