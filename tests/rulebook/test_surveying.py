"""A pack file read in spite of its mistakes."""

import pytest

from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.loading import PACK_IDS, load_pack
from jiheng.rulebook.surveying import survey
from tests.rulebook.files import LOCAL, with_value, write

ODD = (
    "tiers: []",
    "tiers: {value: [], source: []}",
    "tiers: {value: [1, 2, 3]}",
    "grades: {value: []}",
    "weights: 3",
    "weights: {value: {total: many}}",
    "over_completion: []",
    "over_completion: {threshold: {between: [1%]}, action: 5}",
    "checks: [BU09]",
    "silent: none",
    "negative: {value: {a: b}, source: {title: [], pinpoint: {}, verified: 1}}",
    "execution: {value: {kind: bands, capped: perhaps, bands: [{from: 0%}]}}",
    "total_ceilings: {value: [{below: x, most: y}]}",
    "equal: {value: exact, value: exact}",
    "? [a, b]\n: c",
)


@pytest.mark.parametrize("name", PACK_IDS)
def test_a_sound_pack_has_no_mistakes_and_is_the_one_that_is_loaded(name):
    found = survey(name)

    assert (found.mistakes, found.pack) == ((), load_pack(name))


@pytest.mark.parametrize("text", ODD)
def test_odd_values_are_mistakes_with_a_line_and_stop_nothing(tmp_path, text):
    found = survey(write(tmp_path, f"{LOCAL}{text}\npass_threshold: 60%\n"))
    lines = [mistake.line for mistake in found.mistakes]

    assert len(lines) >= 2
    assert lines == sorted(lines)
    assert all(14 <= line <= 16 for line in lines)


@pytest.mark.parametrize("text", ODD)
def test_what_is_a_mistake_here_is_refused_by_the_loader(tmp_path, text):
    path = write(tmp_path, f"{LOCAL}{text}\n")

    with pytest.raises(RulebookError):
        load_pack(path)


def test_aliases_that_would_fill_any_memory_are_walked_once(tmp_path):
    levels = "\n".join(
        f"  - &l{level} [{', '.join([f'*l{level - 1}'] * 9)}]" for level in range(1, 30)
    )
    found = survey(write(tmp_path, f"{LOCAL}bomb:\n  - &l0 [x, x]\n{levels}\n"))

    assert [mistake.path for mistake in found.mistakes] == ["bomb"]


def test_a_list_that_holds_itself_is_walked_once(tmp_path):
    found = survey(write(tmp_path, f"{LOCAL}ring: &ring [*ring]\n"))

    assert [mistake.path for mistake in found.mistakes] == ["ring"]


def test_a_value_with_a_mistake_is_the_parents(tmp_path):
    found = survey(write(tmp_path, with_value("tiers", "[]")))

    assert found.pack.tiers == load_pack("cn-2020-10").tiers


def test_what_stands_inside_a_value_has_the_line_of_the_nearest_one_around_it(tmp_path):
    found = survey(write(tmp_path, LOCAL))

    assert (found.line_of("negative.value"), found.line_of("negative.value[2].from")) == (9, 9)


def test_what_the_file_does_not_write_has_no_line(tmp_path):
    assert survey(write(tmp_path, LOCAL)).line_of("tiers.value[1]") is None


def test_the_parent_is_the_one_that_it_names(tmp_path):
    assert survey(write(tmp_path, LOCAL)).parent == load_pack("cn-2020-10")


def test_a_mistake_of_the_parent_is_told_with_the_parents_file(tmp_path):
    write(tmp_path, with_value("equal", "nearly"))
    child = LOCAL.replace("id: yunxi-2023", "id: yunxi-b").replace("cn-2020-10", "yunxi-2023")
    (mistake,) = survey(write(tmp_path, child, "yunxi-b.yaml")).mistakes

    assert (mistake.file, mistake.line) == ("yunxi-2023.yaml", 15)
