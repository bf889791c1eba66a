"""The sentences of the checks, in both languages."""

import string
from importlib.resources import files

import pytest
import yaml

from jiheng.audit.catalogue import FORM_CHECKS, RUN_CHECKS

CODES = [check.code for check in (*FORM_CHECKS, *RUN_CHECKS)]


def _sentences(code: str, language: str) -> dict[str, str]:
    path = files("jiheng.rulebook") / "messages" / language / f"{code[:2].lower()}.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))[code]


def _parameters(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", CODES)
def test_every_check_has_a_title_a_reason_a_sentence_and_advice(code: str, language: str):
    keys = {key.partition("-")[0] for key in _sentences(code, language)}

    assert {"title", "why", "fails", "advice"} <= keys


@pytest.mark.parametrize("code", CODES)
def test_both_languages_say_the_same_things_with_the_same_values(code: str):
    said = {
        language: {key: _parameters(text) for key, text in _sentences(code, language).items()}
        for language in ("zh", "en")
    }

    assert said["zh"] == said["en"]
