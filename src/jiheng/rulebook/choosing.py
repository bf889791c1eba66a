"""Which rule pack a form is read by, and why.

A place's own rules hold for that place, that form and that year; what matches only in part is
never lent to another.
"""

import re
import unicodedata
from functools import cache

from msgspec import Struct

from jiheng.model.form import Form
from jiheng.rulebook.drafts import HEADER, HEADER_OPTIONAL, Header, header
from jiheng.rulebook.loading import FOLDER, load_pack, read_pack_text
from jiheng.rulebook.messages import say
from jiheng.rulebook.nodes import compose
from jiheng.rulebook.pack import Pack

LOCAL_IDS = (
    "guyuan-2024",
    "liupanshui-2023",
    "sichuan-2023",
    "chongqing-2022",
    "guangxi-2022",
    "hubei-2021",
    "ningde-2023",
)
"""The packs of places, in the order in which they are tried; others are taken only by name."""

COST = "cn-2021-101"
TIERS_50 = "cn-2017"
DEFAULT = "cn-2020-10"

_TIER_50 = re.compile(r"80%?(?:\(含\))?[-~至]50%?")
_TIER_60 = re.compile(r"80%?(?:\(含\))?[-~至]60%?")
_DASHES = str.maketrans(dict.fromkeys("—–―－−", "-"))
_KEY = re.compile(r"([a-z_0-9]+):")


class Choice(Struct, frozen=True, kw_only=True):
    """The pack that was taken.

    Attributes:
        why: one sentence for the clerk.
        certain: the form names the pack's own place, layout and year.
    """

    pack: Pack
    why: str
    certain: bool


def choose_pack(form: Form, language: str = "zh") -> Choice:
    """Return the rule pack that fits the form: its place's own, else a national family.

    Args:
        form: the form.
        language: of the sentence that says why.
    """
    kept_off = ""
    for name in LOCAL_IDS:
        head = pack_head(name)
        key, place = _fit(form, head)
        if key == "local":
            why = say("choice.local", language, place=place, year=str(form.year), pack=name)
            return Choice(pack=load_pack(name), why=why, certain=True)
        if key and not kept_off:
            kept_off = say(f"choice.{key}", language, **_unfit(form, head, place, language))
    name, key = _national(form)
    why = kept_off + say(f"choice.{key}", language, pack=name)
    return Choice(pack=load_pack(name), why=why, certain=False)


def _unfit(form: Form, head: Header, place: str, language: str) -> dict[str, str]:
    """Return what the sentence on a pack that was not borrowed names."""
    unknown = say("choice.no-year", language)
    return {
        "place": place,
        "pack": head.id,
        "year": unknown if form.year is None else str(form.year),
        "years": ("、" if language == "zh" else ", ").join(map(str, head.years)),
    }


@cache
def pack_head(name: str) -> Header:
    """Return what a built-in pack is for, without reading its values."""
    path = FOLDER / f"{name}.yaml"
    lines = read_pack_text(path).splitlines(keepends=True)
    node = compose("".join(lines[: _head_length(lines)]), path.name)
    return header(node.only(HEADER, HEADER_OPTIONAL))


def _head_length(lines: list[str]) -> int:
    """The head ends before the first key that is not of the head."""
    known = {*HEADER, *HEADER_OPTIONAL}
    keys = ((number, _KEY.match(line)) for number, line in enumerate(lines))
    after = (number for number, key in keys if key is not None and key[1] not in known)
    return next(after, len(lines))


def _fit(form: Form, head: Header) -> tuple[str, str]:
    """Return how the form fits a place's pack, and the place.

    A form that does not name the place does not fit at all, and never hears of it.
    """
    place = next((place for place in head.places if place in _whereabouts(form)), "")
    title = (form.title or "").replace(" ", "")
    looks = form.layout in head.layouts or any(words in title for words in head.titles)
    if place and looks:
        return ("local" if form.year in head.years else "other-year"), place
    if place:
        return "other-form", place
    return "", ""


def _whereabouts(form: Form) -> str:
    project = form.project
    named = (form.title, form.reporting_unit, project.department, project.implementing_unit)
    return "\n".join(text for text in named if text)


def _national(form: Form) -> tuple[str, str]:
    """Return the national family and the key of its sentence."""
    is_cost_form = form.layout in pack_head(COST).layouts
    if is_cost_form or any(row.level1 == "成本指标" for row in form.indicators):
        return COST, "cost"
    methods = (row.method for row in form.indicators)
    printed = _flat("\n".join(text for text in (*form.notes, *methods) if text))
    if _TIER_50.search(printed):
        return TIERS_50, "tiers-50"
    if _TIER_60.search(printed):
        return DEFAULT, "tiers-60"
    return DEFAULT, "default"


def _flat(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_DASHES).replace(" ", "")
