"""``python -m jiheng.web roll-over``: next year's drafts from closed forms, for a whole branch."""

# Django can be imported only when its settings are known.
# ruff: noqa: PLC0415

import sys
from collections import Counter
from pathlib import Path

from jiheng.rulebook.messages import say
from jiheng.web.config import BadConfig
from jiheng.web.serving import Serving, prepare

_UNUSABLE = 2


def roll_over(year: int, organisation: str, data: Path, language: str) -> int:
    """Carry closed forms over, say how many, and return the exit code."""
    try:
        prepare(Serving(host="127.0.0.1", port=0, data=data, is_demo=False))
    except (BadConfig, OSError) as error:
        return _refused("web.serve.unusable", language, cause=str(error))
    return _carried(year, organisation, language)


def _carried(year: int, organisation: str, language: str) -> int:
    from jiheng.web.people.models import Organisation
    from jiheng.web.rollover.carrying import Carried, carry, closed_forms

    place = Organisation.objects.filter(name=organisation).first() if organisation else None
    if organisation and place is None:
        return _refused("rollover.no-organisation", language, name=organisation)
    records = closed_forms(place.branch if place else "", year - 1)
    became = Counter(carry(record, year, None) for record in records)
    counts = {each.value: str(became[each]) for each in Carried}
    sys.stdout.write(say("rollover.told", language, year=str(year), **counts) + "\n")
    return 0


def _refused(key: str, language: str, **values: str) -> int:
    sys.stderr.write(say(key, language, **values) + "\n")
    return _UNUSABLE
