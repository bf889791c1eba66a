"""The peers of scoring do the same work: their totals are ours."""

from xml.etree import ElementTree

import pytest

from benchmarks.corpus import polars_peer, sheet_peer
from benchmarks.corpus.measured import PACK
from benchmarks.corpus.plot import Line, plot
from benchmarks.corpus.rules import is_covered
from jiheng.corpus.coded.coding import code_form
from jiheng.corpus.coded.gathering import FormFacts, Gathered
from jiheng.corpus.engines.scoring import score_batch
from jiheng.corpus.generator import sample
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.kernels.forms import BLANK
from jiheng.scoring.rules import rules_of
from tests.audit.forms import build
from tests.writers.office import needs_office

BASE, RULES = PACK.money_base.value, rules_of(PACK)

ODD = (
    {"indicators": "产出指标(50分) | 质量指标 | 差错率 | ≤5% | 0.2 | 30 | 30"},
    {"indicators": "产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 112人 | 30 | 30"},
    {"indicators": "产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 240人 | 30 | 15"},
    {"indicators": "产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 7人 | 30 | 2.1"},
    {"indicators": "产出指标(50分) | 数量指标 | 投诉件数 | ≤0件 | 3件 | 30 | 0"},
    {"indicators": "产出指标(50分) | 数量指标 | 投诉件数 | <3件 | 3件 | 30 | 30"},
    {"indicators": "产出指标(50分) | 数量指标 | 净增户数 | ≥-5户 | -6户 | 30 | 30"},
    {"indicators": "成本指标(20分) | 经济成本指标 | 单价 | =100元 | 140元 | 20 | 20"},
    {"indicators": "效益指标(30分) | 社会效益指标 | 秩序 | 明显改善 | 部分达成 | 30 | 25"},
    {"indicators": "产出指标(50分) | 时效指标 | 完成时间 | 2023年11月底前 | 2024年2月 | 20 | 20"},
    {"indicators": "产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 120人 |  | 30"},
    {"money": "年度资金总额 | 0 | 0 | 0 | 10 | | 10"},
    {"money": "年度资金总额 | 50 | 50 | 60 | 10 | 120% | 10"},
    {"money": None, "indicators": None},
)
"""Forms whose rows take each way through the rules, as clerks write them."""


@pytest.fixture(scope="module")
def batch():
    """The odd forms and some of the generator's, as one row group."""
    gathered = Gathered(2023, "990100")
    forms = [*(build(given, at) for at, given in enumerate(ODD, 1)), *sample(40, seed=5)]
    for key, form in enumerate(forms):
        facts = FormFacts(form.id, *(None,) * 6, BLANK, BLANK)
        gathered.add(code_form(form), facts, key)
    return gathered.batch()


@pytest.fixture(scope="module")
def ours(batch):
    lows, highs = score_batch(batch, RULES, BASE)
    return list(zip(lows.tolist(), highs.tolist(), strict=True))


def test_some_row_has_two_readings(batch):
    assert batch.readings.more.any()


def test_polars_gives_every_total_that_we_give(batch, ours):
    lows, highs = polars_peer.totals(polars_peer.Frames(batch, BASE), RULES)

    assert list(zip(lows.tolist(), highs.tolist(), strict=True)) == ours


@needs_office
@pytest.mark.slow
def test_so_does_a_spreadsheet(batch, ours):
    found, _ = sheet_peer.totals(batch, BASE, RULES)

    assert found == ours


def test_the_pack_that_is_compared_is_covered_and_another_is_not():
    assert is_covered(RULES)
    assert not is_covered(rules_of(load_pack("cn-2021-101")))


def test_a_plot_names_every_line():
    drawing = plot((Line("ours", ((10, 0.1), (1000, 1.0))), Line("theirs", ((10, 5.0),))))

    texts = {each.text for each in ElementTree.fromstring(drawing).iter() if each.text}

    assert {"ours", "theirs", "1,000", "10 s"} <= texts
