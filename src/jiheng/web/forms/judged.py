"""A form's audit, done once for all who ask for the same form in the same language."""

from functools import lru_cache

import msgspec

from jiheng.model.form import Form
from jiheng.pipeline.judging import Judged, judge

_MOST = 64
"""A save asks three times, and a page that is looked at once more needs no second audit."""


def judged(form: Form, language: str = "zh") -> Judged:
    """Return a form under its own rules, scored and audited."""
    return _judged(msgspec.json.encode(form), language)


@lru_cache(maxsize=_MOST)
def _judged(document: bytes, language: str) -> Judged:
    form = msgspec.json.decode(document, type=Form)
    return judge(form, form.pack, language)
