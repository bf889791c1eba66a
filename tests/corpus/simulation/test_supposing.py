"""Values of a pack are changed by name, and held to what a pack file may say."""

import pytest

from jiheng.corpus.simulation.errors import SimulationError
from jiheng.corpus.simulation.supposing import setting_of, suppose
from jiheng.rulebook.loading import load_pack
from jiheng.rulebook.pack import Ceiling, OverCompletion, Threshold


def supposed(*texts, base="cn-2020-10"):
    return suppose(base, tuple(map(setting_of, texts))).pack


def test_a_threshold_is_set_by_its_path():
    assert supposed("over_completion.threshold=120%").over_completion.value == OverCompletion(
        threshold=Threshold(low=120_00, high=120_00), action="reason"
    )


def test_a_threshold_may_be_known_within_bounds_only():
    found = supposed("over_completion.threshold=[110%, 130%]")

    assert found.over_completion.value.threshold == Threshold(low=110_00, high=130_00)


def test_a_deduction_is_written_as_in_a_pack_file():
    found = supposed("over_completion.action={deduct: 50%}").over_completion.value

    assert (found.action, found.amount) == ("deduct-share", 50_00)


def test_both_parts_of_over_completion_are_set_at_once():
    found = supposed("over_completion={threshold: 150%, action: judgement}")

    assert found.over_completion.value == OverCompletion(
        threshold=Threshold(low=150_00, high=150_00), action="judgement"
    )


def test_one_row_of_a_list_is_set_by_its_place():
    found = supposed("grades[0].from=92", "grades[1].to=92")

    assert [grade.at_least for grade in found.grades.value] == [92_00, 80_00, 60_00, 0]


def test_a_value_that_the_pack_has_not_is_set_whole():
    found = supposed("total_ceilings=[{below: 80%, most: 89}]")

    assert found.total_ceilings.value == (Ceiling(below=80_00, most=89_00),)


def test_a_key_that_may_be_there_is_added():
    assert supposed("rounding.rate_places=1").rounding.value.rate_places == 1


def test_what_is_changed_has_no_authority():
    found = supposed("negative=zero")

    assert found.negative.source.verified is False
    assert found.negative.source.title == "试算，没有依据"


def test_what_is_not_changed_keeps_its_source():
    threshold = supposed("over_completion.threshold=120%", base="liupanshui-2023")

    assert threshold.negative.source == load_pack("liupanshui-2023").negative.source


def test_the_pack_is_a_child_of_its_base():
    found = supposed("negative=zero", base="guyuan-2024")

    assert (found.id, found.lineage[0]) == ("guyuan-2024-what-if", "guyuan-2024")


def test_a_pack_of_the_users_own_is_changed_too(tmp_path):
    own = tmp_path / "yunxi.yml"
    own.write_text("id: yunxi\ntitle: 云溪\nversion: '1'\nextends: cn-2020-10\n", encoding="utf-8")

    assert supposed("negative=zero", base=own).lineage == ("yunxi", "cn-2020-10")


def test_the_document_loads_as_a_pack_file(tmp_path):
    document = suppose("cn-2020-10", (setting_of("negative=zero"),)).document
    path = tmp_path / "what-if.yaml"
    path.write_text(document, encoding="utf-8")

    assert load_pack(path).negative.value == "zero"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("over_complete.threshold=120%", "相近的有：over_completion.threshold"),
        ("grades[7].from=1", "规则包里没有“grades[7].from”"),
        ("cost_limit.points=3", "规则包里没有“cost_limit.points”"),
        ("checks.BU09=off", "规则包里没有“checks.BU09”"),
        ("satisfaction.kind=bands", "规则包里没有“satisfaction.kind”"),
        ("over_completion.threshold=120", "应写成百分数，如 50%，不是“120”"),
        ("pass_threshold=160%", "应在 0% 与 100% 之间"),
        ("rounding.modus=truncate", "rounding.value.modus"),
        ("tiers[0].from=85%", "各档之间不能有空隙或重叠"),
        ("over_completion=reason", "应为“键: 值”"),
        ("negative=zero\nid: other", "读不懂"),
        ("rounding=&a [*a]", "读不懂"),
        ("rounding=" + "[" * 400, "读不懂"),
        ("rounding=[[[[[[[[1]]]]]]]]", "读不懂"),
        ("rounding=" + "1" * 3000, "读不懂"),
        ("grades[0]]=1", "写法不对"),
        ("negative", "写法不对"),
        ("=zero", "写法不对"),
        ("negative=", "写法不对"),
    ],
)
def test_what_cannot_be_set_is_refused_in_a_sentence(text, sentence):
    with pytest.raises(SimulationError) as refusal:
        supposed(text)

    assert sentence in str(refusal.value)
