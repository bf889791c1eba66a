"""What was put into a corpus comes out of it again."""

import pytest

from jiheng.corpus.coded.batches import Exact
from jiheng.corpus.coded.coding import code_form
from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.making import make_corpus
from jiheng.corpus.store.manifest import faults, read_manifest
from jiheng.corpus.store.opening import open_corpus
from jiheng.pipeline.reading import with_pack
from tests.corpus.store.shelf import form, shelve

TEXTS = ("ids", "department", "unit", "project", "sector", "pack", "grade")

PROJECT = {"name": "乡村教师补贴", "department": "云溪县教育局", "implementing_unit": None}
SECOND = form(2, "96", project=PROJECT, total="100 | 88.5 | 良")


@pytest.fixture
def corpus(tmp_path):
    """Return a corpus of two forms."""
    shelve(tmp_path / "corpus", form(1), SECOND, region="990100")
    return open_corpus(tmp_path / "corpus")


def one(corpus, *facts):
    """Return the only batch."""
    (batch,) = corpus.batches(facts)
    return batch


def words(texts):
    """Return the text of each form."""
    return [texts.words[code] if code >= 0 else None for code in texts.codes]


def test_a_batch_says_where_and_when_its_forms_were_filed(corpus):
    batch = one(corpus)

    assert (batch.year, batch.region, batch.size, batch.group) == (2023, "990100", 2, 0)


def test_rows_come_back_as_they_were_coded(corpus):
    batch = one(corpus)
    first, end = batch.begin[1:].tolist()

    rows = list(zip(*(column[first:end].tolist() for column in batch.readings), strict=True))

    assert rows == list(map(tuple, code_form(SECOND).readings))


def test_the_money_line_comes_back_by_both_bases(corpus):
    initial, adjusted = one(corpus).budgets

    assert (initial.executed.tolist(), initial.budget.tolist()) == ([49999] * 2, [50000] * 2)
    assert adjusted.weight.tolist() == [1000, 1000]


def test_a_form_whose_numbers_fit_no_column_comes_back_exact(tmp_path):
    huge = form(2, f"{10**19 + 1}")
    shelve(tmp_path, form(1), huge)

    batch = one(open_corpus(tmp_path))

    assert batch.exact == (Exact(1, code_form(huge)),)


def test_a_form_without_a_budget_in_money_has_none(tmp_path):
    shelve(tmp_path, form(1, money=None), form(2, money="年度资金总额 | 无 | 无 | 无 | 10"))

    assert one(open_corpus(tmp_path), "amount").facts.amount.tolist() == [-1, -1]


def test_facts_come_back_where_they_are_asked_for(corpus):
    facts = one(corpus, *TEXTS, "total", "amount").facts

    assert words(facts.department) == ["云溪县人力资源局", "云溪县教育局"]
    assert words(facts.unit) == ["云溪县职业技能中心", "云溪县职业技能中心"]
    assert words(facts.project) == ["职业技能培训补助", "乡村教师补贴"]
    assert words(facts.sector) == ["pensions", "education"]
    assert words(facts.pack) == ["cn-2020-10", "cn-2020-10"]
    assert words(facts.grade) == ["优", "良"]
    assert (facts.total.tolist(), facts.amount.tolist()) == ([10000, 8850], [50000000] * 2)


def test_facts_that_nobody_asked_for_are_empty(corpus):
    assert one(corpus, "total").facts.department.words == ()


def test_a_form_comes_back_whole(corpus):
    assert list(corpus.forms(["nobody", SECOND.id])) == [with_pack(SECOND).form]


def test_forms_come_back_from_behind_the_first_row_group(tmp_path, monkeypatch):
    monkeypatch.setattr("jiheng.corpus.store.parts.GROUP", 2)
    monkeypatch.setattr("jiheng.corpus.store.nested.NESTED_GROUP", 3)
    shelve(tmp_path, *(form(number) for number in range(1, 8)))
    wanted = [form(number).id for number in (2, 4, 7)]

    assert [each.id for each in open_corpus(tmp_path).forms(wanted)] == wanted


def test_a_made_up_corpus_has_no_forms_to_show(tmp_path):
    make_corpus(tmp_path, 20)

    with pytest.raises(CorpusError, match="没有自评表原文"):
        list(open_corpus(tmp_path).forms(["made-1-3"]))


def test_a_folder_without_a_manifest_is_no_corpus(tmp_path):
    with pytest.raises(CorpusError, match="没有语料库"):
        open_corpus(tmp_path)


def test_a_manifest_of_another_kind_is_refused(tmp_path):
    (tmp_path / "manifest.json").write_text('{"schema": "jiheng.corpus/2", "parts": []}')

    with pytest.raises(CorpusError, match="不是本版本能用的"):
        open_corpus(tmp_path)


def test_a_manifest_that_leads_out_of_its_folder_is_refused(corpus):
    path = corpus.folder / "manifest.json"
    path.write_text(path.read_text().replace("coded/year=2023", "coded/../../year=2023"))

    with pytest.raises(CorpusError, match="不是本版本能用的"):
        open_corpus(corpus.folder)


def test_a_manifest_that_cannot_be_opened_is_told(tmp_path):
    (tmp_path / "manifest.json").mkdir()

    with pytest.raises(CorpusError, match="打不开"):
        open_corpus(tmp_path)


def test_a_broken_file_is_told_and_not_read(corpus):
    path = corpus.path(corpus.manifest.parts[0], "rows")
    path.write_bytes(b"no parquet")

    with pytest.raises(CorpusError, match="缺失或损坏"):
        one(corpus)


def test_rows_of_other_forms_are_not_taken_for_their_own(corpus, tmp_path):
    shelve(tmp_path / "other", form(1))
    other = open_corpus(tmp_path / "other")
    rows = other.path(other.manifest.parts[0], "rows")

    corpus.path(corpus.manifest.parts[0], "rows").write_bytes(rows.read_bytes())

    with pytest.raises(CorpusError, match="缺失或损坏"):
        one(corpus)


def test_each_file_that_is_not_as_the_manifest_says_is_named(corpus):
    part = corpus.manifest.parts[0]
    corpus.path(part, "rows").unlink()
    corpus.path(part, "nested").write_bytes(b"")

    assert [each.key for each in faults(corpus.folder, read_manifest(corpus.folder))] == [
        "corpus.missing",
        "corpus.changed",
    ]
