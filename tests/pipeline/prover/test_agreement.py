"""Two packs for one form: the witness gets two scores."""

from jiheng.pipeline.prover import disagreements
from jiheng.pipeline.prover.agreement import answer, is_for_the_same
from jiheng.pipeline.prover.probes import along, probes
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.pipeline.prover.packs import OVER, pack, valued
from tests.rulebook.files import LOCAL, with_value


def laws(first, second) -> set[str]:
    return {fault.values["law"] for fault in disagreements(first, second)}


def test_a_pack_agrees_with_itself():
    assert laws(load_pack("cn-2021-101"), load_pack("cn-2021-101")) == set()


def test_the_witness_gets_another_score_under_each_pack(tmp_path):
    ours, parent = pack(tmp_path, LOCAL), load_pack("cn-2020-10")
    (fault,) = disagreements(ours, parent)
    (cell,) = fault.cells
    scores = [
        item.low
        for given in (ours, parent)
        for item in score_form(fault.witness, given).items
        if item.at == cell
    ]

    # ≤ 10000, and 12500: nothing here, 10000 / 12500 there
    assert (fault.values["law"], scores) == ("negative", [0, 800])


def test_a_line_for_over_completion_between_two_others_is_found(tmp_path):
    first = pack(tmp_path, LOCAL + OVER.format(line="130%", action="{deduct: 2}"))
    second = pack(tmp_path, LOCAL + OVER.format(line="130.01%", action="{deduct: 2}"))

    assert laws(first, second) == {"positive", "equal"}


def test_a_grade_that_begins_a_hundredth_higher_is_found(tmp_path):
    first = valued(
        tmp_path, "grades", "[{name: 优, from: 90, to: 100}, {name: 差, from: 0, to: 90}]"
    )
    second = valued(
        tmp_path, "grades", "[{name: 优, from: 90.01, to: 100}, {name: 差, from: 0, to: 90.01}]"
    )

    assert laws(first, second) == {"grades"}


def test_another_pass_line_is_found(tmp_path):
    first, second = valued(tmp_path, "pass_threshold", "60%"), load_pack("cn-2020-10")

    assert {"positive", "satisfaction", "equal"} <= laws(first, second)


def test_packs_for_one_place_year_and_title_are_for_the_same(tmp_path):
    named = LOCAL.replace("years: [2023]", "years: [2023]\ntitles: [项目支出绩效自评表]")
    first = pack(tmp_path, named)
    second = pack(tmp_path, named.replace("id: yunxi-2023", "id: yunxi-b"))

    assert is_for_the_same(first, second)


def test_packs_for_two_years_are_not_for_the_same(tmp_path):
    named = LOCAL.replace("years: [2023]", "years: [2023]\ntitles: [项目支出绩效自评表]")
    first = pack(tmp_path, named)
    second = pack(tmp_path, named.replace("years: [2023]", "years: [2024]"))

    assert not is_for_the_same(first, second)


def test_every_probe_gets_an_answer_from_every_family():
    answers = [
        answer(probe, load_pack(name))
        for name in ("cn-2017", "cn-2021-101")
        for probe in probes(load_pack(name))
    ]

    assert all(each.low <= each.high for each in answers)


def test_neighbouring_breaks_have_nothing_between_them():
    assert list(along((0, 1, 2))) == [0, 1, 2]


def test_a_pack_with_two_unlike_values_disagrees_on_both(tmp_path):
    ours = valued(tmp_path, "zero_budget", "full")

    assert laws(ours, load_pack("cn-2020-10")) == {"negative", "zero_budget"}


def test_a_pack_that_only_adds_a_source_agrees(tmp_path):
    ours = pack(tmp_path, with_value("equal", "as-positive").replace("zero\n", "inverse\n"))

    assert laws(ours, load_pack("cn-2020-10")) == set()
