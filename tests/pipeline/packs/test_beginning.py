"""A starting file says what its parent says, before and after its blocks are taken into use."""

import pytest

from jiheng.pipeline.packs.beginning import starting_file
from jiheng.pipeline.packs.comparing import value_changes
from jiheng.rulebook.loading import PACK_IDS, load_pack
from tests.rulebook.files import write

EXAMPLES = {"above_pass", "satisfaction_bands", "total_ceilings", "cost_limit"}


def uncommented(text: str) -> str:
    """Return the file with every single comment sign taken off, as an author takes them off."""
    lines = text.splitlines()
    return "\n".join(line.removeprefix("#") for line in lines if not line.startswith("##")) + "\n"


@pytest.mark.parametrize("name", PACK_IDS)
def test_as_it_stands_it_is_its_parent_under_another_name(tmp_path, name):
    text = starting_file("yunxi-2024", name, load_pack(name))
    pack = load_pack(write(tmp_path, text, "yunxi-2024.yaml"))

    assert (pack.id, pack.lineage[0]) == ("yunxi-2024", name)
    assert value_changes(pack, load_pack(name)) == ()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", PACK_IDS)
def test_every_block_taken_into_use_says_the_parents_value(tmp_path, name, language):
    text = uncommented(starting_file("yunxi-2024", name, load_pack(name), language))
    pack = load_pack(write(tmp_path, text, "yunxi-2024.yaml"))
    added = {change.name for change in value_changes(load_pack(name), pack)}

    # shown as examples where the parent has none
    assert added - EXAMPLES == {"checks.BU09"}


def test_a_value_taken_into_use_waits_for_its_source(tmp_path):
    text = uncommented(starting_file("yunxi-2024", "cn-2017", load_pack("cn-2017")))
    pack = load_pack(write(tmp_path, text, "yunxi-2024.yaml"))

    assert (pack.negative.source.title, pack.negative.source.verified) == ("文号或文件名", False)


def test_the_parents_source_stands_beside_its_value():
    text = starting_file("yunxi-2024", "guyuan-2024", load_pack("guyuan-2024"))

    assert "固原市本级部门项目支出绩效自评表（2024年度） 注2" in text
