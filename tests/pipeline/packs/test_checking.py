"""Pack files checked as an author would: all mistakes at once, each with its line."""

import pytest

from jiheng.audit.engine import audit_form
from jiheng.audit.waivers import WaiverRule
from jiheng.pipeline.packs.checking import check_packs
from jiheng.pipeline.packs.witnesses import document, named_witnesses
from jiheng.pipeline.prover.coverage import situations
from jiheng.rulebook.errors import PackMistake, UnknownPack
from jiheng.rulebook.loading import PACK_IDS, load_pack
from jiheng.scoring.score import score_form
from tests.pipeline.prover.packs import OVER
from tests.rulebook.files import LOCAL, with_value, write
from tests.writers.test_round_trip import content, read_back

SOURCE = "  source: {title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}\n"
TIERS = (
    "[{tier: met, from: 80%, to: 100%}, {tier: partly, from: 60%, to: 75%},"
    " {tier: unmet, from: 0%, to: 60%}]"
)


def checked(folder, text: str, name: str = "yunxi-2023.yaml"):
    (found,) = check_packs((str(write(folder, text, name)),))
    return found


def told(found, severity: str = "error") -> list[tuple[int | None, str]]:
    return [(each.line, each.name) for each in found.complaints if each.severity == severity]


def test_every_mistake_of_a_file_is_told_with_its_line(tmp_path):
    text = f"""{LOCAL}bogus: 1
equal:
  value: nearly
{SOURCE}tiers:
  value: {TIERS}
  source: {{title: 云财绩〔2023〕1号, pinpoint: 第十条}}
tolerance:
  value: {{points: 1%, rate: 0.05%}}
"""

    assert told(checked(tmp_path, text)) == [
        (14, "mistake"),
        (16, "mistake"),
        (20, "mistake"),
        (22, "mistake"),
        (22, "mistake"),
        (19, "tier-gap"),
    ]


def test_a_fault_that_is_shown_by_a_form_is_not_told_twice(tmp_path):
    found = checked(tmp_path, with_value("tiers", TIERS))

    assert told(found) == [(15, "tier-gap")]


def test_whatever_the_loader_refuses_is_an_error_here_too(tmp_path):
    path = write(tmp_path, with_value("tiers", TIERS))
    with pytest.raises(PackMistake):
        load_pack(path)

    assert not check_packs((str(path),))[0].is_sound


def test_a_fault_of_the_parent_is_the_parents(tmp_path):
    child = LOCAL.replace("extends: cn-2020-10", "extends: liupanshui-2023")

    assert "punished-for-praise" not in {each.name for each in checked(tmp_path, child).complaints}


def test_a_fault_between_a_value_of_ones_own_and_the_parents_is_ones_own(tmp_path):
    action = OVER.format(line="130%", action="{deduct: 50%}")
    found = checked(tmp_path, LOCAL + action)

    assert (16, "line-beyond-rates") in told(found, "info")


def test_a_check_that_does_not_exist_is_told_with_its_line(tmp_path):
    found = checked(tmp_path, f"{LOCAL}checks:\n  ZZ99:\n    value: off\n  {SOURCE}")

    assert told(found) == [(16, "check-unknown")]


def test_a_missing_parent_is_told_and_nothing_is_proven(tmp_path):
    found = checked(tmp_path, LOCAL.replace("cn-2020-10", "cn-1999"))

    assert (told(found), found.pack) == ([(4, "mistake")], None)


def test_a_file_that_is_not_yaml_has_one_mistake(tmp_path):
    found = checked(tmp_path, f"{LOCAL}equal: [\n")

    assert told(found) == [(15, "mistake")]


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UnknownPack):
        check_packs((str(tmp_path / "nowhere.yaml"),))


@pytest.mark.parametrize("name", PACK_IDS)
def test_no_shipped_pack_has_an_error(name):
    (found,) = check_packs((name,))

    assert told(found) == []


def test_the_only_doubt_about_a_shipped_pack_is_that_one_rule_of_a_manual_counts_twice():
    doubts = [
        (each.pack, told(each, "warning")) for name in PACK_IDS for each in check_packs((name,))
    ]

    assert [(pack, found) for pack, found in doubts if found] == [
        ("platform-manual-2022", [(23, "execution-counted-twice")])
    ]


def test_two_packs_for_the_same_forms_that_differ_are_a_doubt(tmp_path):
    first = LOCAL.replace("years: [2023]", "years: [2023]\nlayouts: [national-2020]")
    second = first.replace("value: zero", "value: excess")
    paths = (str(write(tmp_path, first, "a.yaml")), str(write(tmp_path, second, "b.yaml")))
    *_, between = check_packs(paths)

    assert (between.file, told(between, "warning")) == ("a.yaml ↔ b.yaml", [(10, "packs-disagree")])


def test_a_child_that_differs_from_a_parent_of_its_own_place_is_a_doubt(tmp_path):
    parent = LOCAL.replace("years: [2023]", "years: [2023]\nlayouts: [national-2020]")
    write(tmp_path, parent)
    child = parent.replace("id: yunxi-2023", "id: yunxi-b").replace("cn-2020-10", "yunxi-2023")
    found = checked(tmp_path, child.replace("value: zero", "value: inverse"), "yunxi-b.yaml")

    assert told(found, "warning") == [(10, "packs-disagree")]


def test_sentences_come_in_english_too(tmp_path):
    path = write(tmp_path, with_value("tiers", TIERS))
    (found,) = check_packs((str(path),), "en")

    assert found.complaints[0].message == (
        "no tier of a qualitative indicator gives between 75% and 80% of the weight"
    )


def test_a_witness_is_named_by_file_number_and_fault(tmp_path):
    name, _ = next(named_witnesses((checked(tmp_path, with_value("tiers", TIERS)),)))

    assert name == "yunxi-2023-01-tier-gap.docx"


@pytest.mark.parametrize("form", [form for _, form, _ in situations()])
def test_a_witness_on_paper_is_read_back_as_it_is(form):
    (found,) = read_back(document(form))

    assert content(found) == content(form)


def test_a_waiver_of_a_check_that_is_off_is_in_vain(tmp_path):
    path = write(tmp_path, f"{LOCAL}checks:\n  BU09:\n    value: off\n  {SOURCE}")
    waiver = WaiverRule(
        code="BU09", project="职业技能培训补助", texts={}, reason="含上年结转", by="业务科"
    )
    (found,) = check_packs((str(path),), waivers=(waiver,))
    (complaint,) = (each for each in found.complaints if each.name == "waiver-in-vain")
    under_the_parent = audit_form(score_form(complaint.witness, load_pack("cn-2020-10")))
    under_this = audit_form(score_form(complaint.witness, load_pack(path)))

    assert (complaint.line, complaint.severity) == (16, "warning")
    assert "BU09" in under_the_parent.checks.failed
    assert "BU09" not in under_this.checks.failed


def test_a_waiver_of_a_check_that_runs_is_no_fault(tmp_path):
    waiver = WaiverRule(
        code="BU09", project="职业技能培训补助", texts={}, reason="含上年结转", by="业务科"
    )
    (found,) = check_packs((str(write(tmp_path, LOCAL)),), waivers=(waiver,))

    assert "waiver-in-vain" not in {each.name for each in found.complaints}


def test_a_mistake_of_the_parent_names_the_parents_file_and_line(tmp_path):
    write(tmp_path, with_value("equal", "nearly"))
    child = LOCAL.replace("id: yunxi-2023", "id: yunxi-b").replace("cn-2020-10", "yunxi-2023")
    (complaint,) = checked(tmp_path, child, "yunxi-b.yaml").complaints

    assert complaint.line is None
    assert complaint.message.startswith("yunxi-2023.yaml 第 15 行：equal.value 应为 as-positive")
