"""A corpus on the disk is simulated in one pass, and its forms are found by conditions."""

from decimal import Decimal

import pyarrow.parquet as pq
import pytest

from jiheng.corpus.engines.running import Engine
from jiheng.corpus.simulation.asking import Asked
from jiheng.corpus.simulation.errors import SimulationError
from jiheng.corpus.simulation.listing import COLUMNS
from jiheng.corpus.simulation.preparing import Wish, prepare
from jiheng.corpus.simulation.running import simulated
from jiheng.corpus.simulation.supposing import setting_of
from jiheng.corpus.simulation.sweeping import sweep_of
from jiheng.corpus.store.opening import open_corpus
from tests.corpus.simulation.corpora import ALMOST, HALF_MORE, NO_WEIGHT, gathered, saved

HALF = (setting_of("over_completion.action={deduct: 50%}"),)


@pytest.fixture
def corpus(tmp_path):
    first = gathered(HALF_MORE, NO_WEIGHT, department="甲局")
    second = gathered(ALMOST, yuan=None, department="乙局", region="990200")
    return open_corpus(saved(tmp_path / "corpus", first, second))


def run(corpus, forms, engine=None, **wish):
    asked = Wish(pack="cn-2020-10", **wish)
    return simulated(corpus, asked, prepare(asked, corpus.manifest), forms, engine)


@pytest.fixture
def forms(corpus, tmp_path):
    path = tmp_path / "forms.parquet"
    run(corpus, path, settings=HALF)
    return path


def test_all_row_groups_are_added_up(corpus, tmp_path):
    sums = run(corpus, tmp_path / "forms.parquet", settings=HALF).steps[0].sums

    assert (sums.forms, sums.compared, sums.down, sums.unbudgeted) == (3, 2, 1, 1)


def test_the_corpus_is_named_with_the_hash_of_its_manifest(corpus, tmp_path):
    found = run(corpus, tmp_path / "forms.parquet", settings=HALF)

    assert (found.corpus, len(found.manifest_sha256)) == ("corpus", 64)
    assert found.after.settings == ("over_completion.action={deduct: 50%}",)


def test_two_programs_find_what_threads_find(corpus, tmp_path):
    path = tmp_path / "forms.parquet"
    by_threads = run(corpus, path, settings=HALF)

    by_programs = run(corpus, path, Engine(name="processes", jobs=2), settings=HALF)

    assert by_programs == by_threads


def test_a_sweep_has_a_step_a_value_and_leaves_no_forms(corpus, tmp_path):
    sweep = sweep_of("over_completion.threshold=105%..165%:30%")

    found = run(corpus, tmp_path / "forms.parquet", settings=HALF, sweep=sweep)

    assert [(step.value, step.sums.down) for step in found.steps] == [
        ("105%", 2),
        ("135%", 1),
        ("165%", 0),
    ]
    assert not (tmp_path / "forms.parquet").exists()


def test_an_empty_corpus_is_refused(tmp_path):
    empty = open_corpus(saved(tmp_path))

    with pytest.raises(SimulationError, match="没有自评表"):
        run(empty, tmp_path / "forms.parquet", settings=HALF)

    assert list(tmp_path.glob("forms.parquet*")) == []


def test_each_form_stands_in_the_file_with_its_totals(forms):
    first = dict(zip(COLUMNS, next(Asked(forms, ()).rows()), strict=True))

    assert first == {
        "id": "form-1",
        "year": 2024,
        "region": "990100",
        "department": "甲局",
        "unit": "云溪县职业技能中心",
        "project": "培训补助1",
        "sector": None,
        "budget": Decimal("100000.00"),
        "low_before": Decimal("100.00"),
        "high_before": Decimal("100.00"),
        "low_after": Decimal("85.00"),
        "high_after": Decimal("85.00"),
        "rise_low": Decimal("-15.00"),
        "rise_high": Decimal("-15.00"),
        "width_before": Decimal("0.00"),
        "width_after": Decimal("0.00"),
        "before": "优",
        "after": "良",
        "move": "down",
        "changed": True,
    }


def test_points_are_decimal_numbers_for_every_reader(forms):
    assert str(pq.read_schema(forms).field("low_after").type) == "decimal128(18, 2)"


@pytest.mark.parametrize(
    ("conditions", "count"),
    [
        ((), 3),
        (("before=优", "after=良"), 1),
        (("before=优", "after!=良"), 1),
        (("after=",), 1),
        (("after!=",), 2),
        (("budget>=100000", "budget<500000"), 2),
        (("budget=",), 1),
        (("rise_low<=-10.01",), 1),
        (("low_after>85",), 1),
        (("changed=true",), 1),
        (("move=same",), 1),
        (("width_after=0",), 2),
        (("region = 990200", "year=2024"), 1),
    ],
)
def test_forms_are_found_by_conditions_that_hold_together(forms, conditions, count):
    asked = Asked(forms, conditions)

    assert (asked.count, len(list(asked.rows()))) == (count, count)


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        ("before", "写法不对"),
        ("grade=良", "没有列“grade”"),
        ("budget>=很多", "值不对"),
        ("budget>=1e999", "值不对"),
        ("year=今年", "值不对"),
        ("changed=yes", "值不对"),
    ],
)
def test_a_condition_that_is_none_is_refused_in_a_sentence(forms, condition, sentence):
    with pytest.raises(SimulationError, match=sentence):
        Asked(forms, (condition,))


def test_a_folder_without_forms_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(SimulationError, match=r"没有试算的自评表"):
        Asked(tmp_path / "forms.parquet", ())
