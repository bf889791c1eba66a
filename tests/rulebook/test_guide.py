"""The example in the guide is a pack that loads."""

from pathlib import Path

from jiheng.rulebook.loading import load_pack
from tests.rulebook.files import write

GUIDE = Path(__file__).parents[2] / "docs" / "packs.md"


def test_the_smallest_example_of_the_guide_loads(tmp_path):
    example = GUIDE.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]

    pack = load_pack(write(tmp_path, example))

    assert (pack.id, pack.lineage, pack.negative.value) == ("yunxi-2023", ("cn-2020-10",), "zero")
