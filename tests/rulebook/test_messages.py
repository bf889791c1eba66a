"""The catalogue of sentences."""

import string
from importlib.resources import files

import pytest
import yaml

from jiheng.rulebook.messages import UnknownMessage, say, template

FOLDER = files("jiheng.rulebook") / "messages"
GROUPS = sorted(path.name.removesuffix(".yaml") for path in (FOLDER / "en").iterdir())


def sentences(language: str, group: str) -> dict[str, str]:
    entries = yaml.safe_load((FOLDER / language / f"{group}.yaml").read_text(encoding="utf-8"))
    flat = {key: text for key, text in entries.items() if isinstance(text, str)}
    for key, named in entries.items():
        flat |= {} if key in flat else {f"{key}.{name}": text for name, text in named.items()}
    return flat


def parameters(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_a_sentence_is_filled_with_its_values():
    assert say("read.missing", path="甲.docx") == "甲.docx：没有这个文件或文件夹。"
    assert say("read.missing", "en", path="甲.docx") == "甲.docx: no such file or folder."


def test_a_value_is_not_read_as_a_template():
    assert say("read.missing", path="{x}.docx").startswith("{x}.docx：")


def test_a_group_or_a_language_without_the_sentence_falls_back_to_chinese():
    assert template("read.missing", "fr") == template("read.missing")


def test_a_sentence_that_is_not_there_is_no_template_and_cannot_be_said():
    assert template("read.nothing-of-this-name") is None
    with pytest.raises(UnknownMessage, match="nothing-of-this-name"):
        say("read.nothing-of-this-name")


def test_a_missing_value_is_named():
    with pytest.raises(UnknownMessage, match="'path'"):
        say("read.missing")


def test_a_group_that_is_not_there_is_named():
    with pytest.raises(UnknownMessage, match="zh/nowhere"):
        say("nowhere.missing")


@pytest.mark.parametrize("group", GROUPS)
def test_english_says_what_chinese_says_with_the_same_values(group: str):
    chinese, english = sentences("zh", group), sentences("en", group)

    assert {key: parameters(text) for key, text in english.items()} == {
        key: parameters(text) for key, text in chinese.items()
    }
