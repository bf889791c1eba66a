"""Whose text it is: how a unit names itself, and names of like units of other places."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from jiheng.audit.facts.names import bare_name
from jiheng.model.form import Form
from jiheng.rulebook.lexicons import text_words

_PLACE = re.compile(r"([一-鿿]{2,5}?[省市县区旗州盟])([一-鿿]{4,})")
# Longer names, and those behind 与 or 配合, are left alone: they may only work with the unit.
_SUBJECT = re.compile(
    r"(?:^|[,，。；;：:\s]|20\d\d年(?:度)?)(?![与和同向由对赴到在为经])([一-鿿]{2,3}[省市县区旗州盟])$"
)
_LONGEST_PLACE = 12


def own_names(form: Form) -> tuple[str, ...]:
    """Return the names of the units that a form is of."""
    project = form.project
    names = (form.reporting_unit, project.implementing_unit, project.department)
    return tuple(dict.fromkeys(bare_name(name) for name in names if name))


def foreign_self(text: str, names: tuple[str, ...]) -> str | None:
    """Return how a text names its unit, where none of the units is of that kind.

    Example:
        >>> foreign_self("我校举办培训", ("云溪县职业技能中心",))
        '我校'
        >>> foreign_self("我局举办培训", ("云溪县职业技能中心", "云溪县人力资源局")) is None
        True
    """
    for found in _self().finditer(text):
        kinds = text_words().own_words[found.group(1)]
        if not any(kind in name for name in names for kind in kinds):
            return found.group()
    return None


def like_unit_elsewhere(text: str, names: tuple[str, ...]) -> str | None:
    """Return the name of a like unit of another place of the same rank, told as the one that acts.

    Example:
        >>> like_unit_elsewhere("平川县职业技能中心办班12期", ("云溪县职业技能中心",))
        '平川县职业技能中心'
        >>> like_unit_elsewhere("与平川县职业技能中心合办", ("云溪县职业技能中心",)) is None
        True
    """
    return next(_elsewhere(text, names), None)


def _elsewhere(text: str, names: tuple[str, ...]) -> Iterator[str]:
    for place, kind in filter(None, map(_split, names)):
        at = text.find(kind)
        while at >= 0:
            found = _SUBJECT.search(text[max(0, at - _LONGEST_PLACE) : at])
            other = found.group(1) if found else place
            if other[-1] == place[-1] and not _is_same(other, place):
                yield f"{other}{kind}"
            at = text.find(kind, at + 1)


def _is_same(one: str, other: str) -> bool:
    """Whether two names are of one place, written shorter or longer."""
    return one[:-1] in other or other[:-1] in one


@lru_cache(maxsize=1_024)
def _split(name: str) -> tuple[str, str] | None:
    """Return place and kind of a unit, or None where its name begins with no place."""
    found = _PLACE.fullmatch(name)
    return None if found is None else (found.group(1), found.group(2))


@cache
def _self() -> re.Pattern[str]:
    words = "|".join(map(re.escape, text_words().own_words))
    # 我校正 is a verb, 本院子 a yard; 本所 and 本站 stand in many sentences of other meaning.
    return re.compile(rf"(?:^|(?<=[,，。；;：:、\s年由]))我({words})(?![正长])")
