"""What the readmes tell the reader to copy can be copied."""

import re
from pathlib import Path

import pytest

from jiheng.pipeline.settings import load_settings
from jiheng.rulebook.loading import load_pack

ROOT = Path(__file__).parents[2]
README = pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])


def block(name: str, language: str) -> str:
    """Return the readme's one block of a language."""
    text = (ROOT / name).read_text(encoding="utf-8")
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return found


@README
def test_the_rule_pack_can_be_loaded(tmp_path, name):
    path = tmp_path / "yunxi-2024.yaml"
    path.write_text(block(name, "yaml"), encoding="utf-8")

    pack = load_pack(str(path))

    assert (pack.id, pack.version) == ("yunxi-2024", "1")
    assert pack.over_completion.value.threshold.low == 130_00


@README
def test_the_waiver_is_a_setting(tmp_path, name):
    (tmp_path / "jiheng.toml").write_text(block(name, "toml"), encoding="utf-8")

    (rule,) = load_settings(tmp_path).waive

    assert (rule.code, rule.unit) == ("XI01", "云溪县职业技能中心")
    assert set(rule.texts) == {"indicators[5].actual", "funds.lines[0].executed"}
