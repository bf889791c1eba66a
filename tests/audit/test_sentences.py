"""The sentences of the checks."""

import pytest

from jiheng.audit.catalogue import FORM_CHECKS, RUN_CHECKS
from jiheng.rulebook.messages import names_under

CODES = [check.code for check in (*FORM_CHECKS, *RUN_CHECKS)]


@pytest.mark.parametrize("code", CODES)
def test_every_check_has_a_title_a_reason_a_sentence_and_advice(code: str):
    names = {name.partition("-")[0] for name in names_under(f"{code[:2].lower()}.{code}")}

    assert {"title", "why", "fails", "advice"} <= names
