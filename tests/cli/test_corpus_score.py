"""``jiheng corpus score`` and ``bench`` as a finance department types them."""

import pytest

from jiheng.corpus.store.making import make_corpus
from tests.cli.test_commands import run


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    make_corpus(folder, 20)
    return folder


def test_the_means_and_a_digest_of_all_forms_are_told(corpus):
    told = run("corpus", "score", str(corpus), "--pack", "cn-2020-10").output

    assert "自评表" in told
    assert "平均总分" in told
    assert "14-" in told  # 20 forms, in hexadecimal


def test_another_pack_gives_another_digest(corpus):
    digests = {
        run("corpus", "score", str(corpus), "--pack", pack).output.split()[-1]
        for pack in ("cn-2020-10", "liupanshui-2023")
    }

    assert len(digests) == 2


def test_an_engine_that_there_is_not_is_told_with_those_there_are(corpus):
    result = run("corpus", "score", str(corpus), "--pack", "cn-2020-10", "--engine", "dask")

    assert result.exit_code == 2
    assert "dask" in result.output
    assert "local" in result.output


def test_a_folder_without_a_corpus_is_told(tmp_path):
    result = run("corpus", "score", str(tmp_path), "--pack", "cn-2020-10")

    assert result.exit_code == 2
    assert "manifest.json" in result.output


def test_a_pack_that_there_is_not_is_told(corpus):
    result = run("corpus", "score", str(corpus), "--pack", "nowhere-2024")

    assert result.exit_code == 2
    assert "nowhere-2024" in result.output


def test_the_pace_of_a_made_up_corpus_is_told():
    told = run("corpus", "bench", "--forms", "20", "--jobs", "1").output

    assert "造了 20 份模拟数据" in told
    assert "每秒份数" in told
    assert "从文件到结果（1 个线程）" in told


def test_a_corpus_of_ones_own_is_measured(corpus):
    told = run("corpus", "bench", str(corpus)).output

    assert "造了" not in told
    assert "只计分（单核）" in told


def test_a_corpus_without_forms_has_no_mean_and_no_rate(tmp_path):
    make_corpus(tmp_path, 0)
    told = run("corpus", "bench", str(tmp_path)).output

    assert "无" in told.split()
