"""Two packs beside each other, and the forms between them."""

import pytest

from jiheng.pipeline.packs.comparing import compare_packs, value_changes
from jiheng.rulebook.loading import load_pack
from tests.cli.test_commands import form
from tests.pipeline.prover.packs import OVER, pack, valued
from tests.rulebook.files import LOCAL

CN = "cn-2020-10"


@pytest.fixture
def folder(tmp_path):
    forms = tmp_path / "forms"
    forms.mkdir()
    (forms / "a.txt").write_text(form(), encoding="utf-8")
    far = form(project="扩大培训").replace("120人", "200人")
    (forms / "b.txt").write_text(far, encoding="utf-8")
    return forms


def test_a_value_that_differs_is_written_as_in_its_file_with_both_sources(tmp_path):
    (change,) = value_changes(load_pack(CN), pack(tmp_path, LOCAL))

    assert (change.name, change.before, change.after) == ("negative", "inverse", "zero")
    assert change.source_after.pinpoint == "第九条"


def test_another_source_of_the_same_value_is_no_change(tmp_path):
    same = pack(tmp_path, LOCAL.replace("value: zero", "value: inverse"))

    assert value_changes(load_pack(CN), same) == ()


def test_a_value_that_only_one_pack_has_is_a_change():
    changes = value_changes(load_pack("cn-2021-101"), load_pack(CN))
    (bands,) = (change for change in changes if change.name == "satisfaction_bands")

    assert (bands.before[:24], bands.after) == ("[{from: 90%, share: 100%", None)


def test_a_form_that_a_changed_rule_touches_is_told_with_the_row_and_the_rule(tmp_path, folder):
    cut = pack(tmp_path, LOCAL + OVER.format(line="130%", action="{deduct: 50%}"))
    compared = compare_packs(load_pack(CN), cut, (folder,))
    (change,) = compared.changed
    (item,) = change.items

    # 200 of 100 people: 30 points, half of them gone
    assert (change.project, compared.forms) == ("扩大培训", 2)
    assert (change.before.recomputed, change.after.recomputed) == (("100", "100"), ("85", "85"))
    assert (change.before.grade_recomputed, change.after.grade_recomputed) == (("优",), ("良",))
    assert (item.name, item.before.points, item.after.points) == ("培训人数", "30", "15")
    assert (item.after.field, item.after.rule) == ("over_completion", "over-deducted")


def test_a_form_of_which_only_the_grade_changes_is_told(tmp_path, folder):
    strict = valued(
        tmp_path, "grades", "[{name: 特优, from: 99, to: 100}, {name: 优, from: 0, to: 99}]"
    )
    changed = compare_packs(load_pack(CN), strict, (folder,)).changed

    assert [change.after.grade_recomputed for change in changed] == [("特优",), ("特优",)]
    assert [change.items for change in changed] == [(), ()]


def test_forms_that_both_packs_score_alike_are_only_counted(folder):
    compared = compare_packs(load_pack(CN), load_pack(CN), (folder,))

    assert (compared.forms, compared.changed) == (2, ())


def test_a_file_that_cannot_be_read_is_refused_and_stops_nothing(folder):
    (folder / "c.docx").write_bytes(b"")
    compared = compare_packs(load_pack(CN), load_pack(CN), (folder,))

    assert (compared.forms, len(compared.refused)) == (2, 1)
