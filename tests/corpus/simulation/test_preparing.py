"""What is asked for becomes the rules before and after."""

import pytest
from msgspec.structs import replace

from jiheng.corpus.simulation.errors import SimulationError
from jiheng.corpus.simulation.preparing import Outdated, Wish, prepare
from jiheng.corpus.simulation.supposing import setting_of
from jiheng.corpus.store.manifest import read_manifest
from tests.corpus.simulation.corpora import ALMOST, gathered, saved

HALF = (setting_of("over_completion.action={deduct: 50%}"),)
BOTH = (setting_of("over_completion={threshold: 130%, action: {deduct: 50%}}"),)


@pytest.fixture
def manifest(tmp_path):
    return read_manifest(saved(tmp_path, gathered(ALMOST), packs=("cn-2020-10", "guyuan-2024")))


def test_a_pack_is_held_against_itself_with_a_value_changed(manifest):
    found = prepare(Wish(pack="cn-2020-10", settings=HALF), manifest)

    assert (found.before.packs, found.before.settings) == (("cn-2020-10 1",), ())
    assert found.after.settings == ("over_completion.action={deduct: 50%}",)


def test_one_pack_is_held_against_another(manifest):
    found = prepare(Wish(pack="guyuan-2024", against="cn-2020-10"), manifest)

    assert (found.before.packs, found.after.packs) == (("cn-2020-10 1",), ("guyuan-2024 1",))


def test_without_a_pack_every_form_keeps_its_own(manifest):
    found = prepare(Wish(settings=BOTH), manifest)

    assert found.before.is_own
    assert found.before.packs == ("cn-2020-10 1", "guyuan-2024 1")


def test_every_supposed_pack_leaves_its_file(manifest):
    names = [name for name, _ in prepare(Wish(settings=BOTH), manifest).documents]

    assert names == ["cn-2020-10-what-if", "guyuan-2024-what-if"]


def test_what_one_of_several_packs_cannot_have_is_told_with_its_name(manifest):
    with pytest.raises(SimulationError, match="规则包 guyuan-2024：这样改不成立"):
        prepare(Wish(settings=HALF), manifest)


def test_a_pack_of_the_corpus_that_does_not_come_with_jiheng_is_asked_for(tmp_path):
    own = tmp_path / "yunxi.yaml"
    own.write_text("id: yunxi\ntitle: 云溪\nversion: '3'\nextends: cn-2020-10\n", encoding="utf-8")
    manifest = read_manifest(saved(tmp_path, gathered(ALMOST), packs=(own,)))

    with pytest.raises(SimulationError, match="“yunxi”"):
        prepare(Wish(settings=HALF), manifest)
    assert prepare(Wish(settings=HALF, rules=(own,)), manifest).before.packs == ("yunxi 3",)


def test_a_pack_that_changed_since_the_audit_is_named(manifest):
    part = manifest.parts[0]
    older = replace(part, packs=(replace(part.packs[0], version="0"),))

    found = prepare(Wish(settings=HALF), replace(manifest, parts=(older,)))

    assert found.outdated == (Outdated(id="cn-2020-10", then="0", now="1"),)


def test_where_one_pack_holds_for_all_nobody_asks_what_the_forms_had(manifest):
    part = manifest.parts[0]
    older = replace(part, packs=(replace(part.packs[0], version="0"),))
    wish = Wish(pack="cn-2020-10", settings=HALF)

    assert prepare(wish, replace(manifest, parts=(older,))).outdated == ()
