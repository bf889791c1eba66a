"""Values without a number: blanks, completion phrases, norms, levels and scopes."""

import re
from functools import lru_cache

from jiheng.model.quantity import Quantity, QuantityKind, Tier
from jiheng.rulebook import words

_BLANK_SIGNS = re.compile(r"[-/\\_.]{1,2}|-{3,}|/{3,}|\*")
_PUNCTUATION = re.compile(r"[\s,。.、;:!?！？“”\"'‘’()《》<>·~-]+")


def bare(text: str) -> str:
    """Return the text without punctuation and blanks.

    Example:
        >>> bare("完成年度目标。"), bare("提高, 改善")
        ('完成年度目标', '提高改善')
    """
    return _PUNCTUATION.sub("", text)


def is_blank(text: str) -> bool:
    """Say whether a cell holds nothing: empty, a dash, 无, 不涉及.

    Example:
        >>> is_blank("-"), is_blank("无"), is_blank("0"), is_blank("**")
        (True, True, False, False)
    """
    if not text or _BLANK_SIGNS.fullmatch(text):
        return True
    return text in words.qualitative().blank


def says_none(text: str) -> bool:
    """Say whether a cell says that there was none of it: 未发生, 零, 无安全事故.

    Example:
        >>> says_none("未发生安全事故"), says_none("无"), says_none("无法统计"), says_none("-")
        (True, True, False, False)
    """
    plain = bare(text)
    listed = words.qualitative()
    if plain in listed.none or plain.startswith(listed.none_of):
        return True
    lead = next((word for word in listed.none if plain.startswith(word)), None)
    return lead is not None and plain.removeprefix(lead).startswith(_harms())


@lru_cache(maxsize=1)
def _harms() -> tuple[str, ...]:
    """Return what should not happen, with the words that may stand before it."""
    listed = words.directions().negative
    kinds = ("", *words.qualitative().harm_kinds)
    return tuple(f"{kind}{word}" for kind in kinds for word in listed)


@lru_cache(maxsize=1)
def _met() -> re.Pattern[str]:
    listed = words.tiers()
    adverbs, verbs, objects = map("|".join, (listed.adverbs, listed.verbs, listed.objects))
    return re.compile(f"(?:{adverbs})*(?:{verbs})(?:{objects})*")


def tier_of(text: str) -> Tier | None:
    """Return the tier that a completion phrase names, or None when the text is no such phrase.

    Example:
        >>> tier_of("达成年度指标"), tier_of("部分达成年度指标并具有一定效果"), tier_of("按时完成")
        ('met', 'partly', None)
    """
    plain = bare(text)
    listed = words.tiers()
    if plain.startswith(listed.partly):
        return "partly"
    if plain.startswith(listed.unmet):
        return "unmet"
    return "met" if _met().fullmatch(plain) else None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return patterns of a norm, of a degree or state, and of a scope."""
    listed = words.qualitative()
    groups = (listed.norm, (*listed.degree, *listed.state), listed.scope)
    norm, quality, scope = (
        re.compile("|".join(map(re.escape, sorted(group, key=len, reverse=True))))
        for group in groups
    )
    return norm, quality, scope


def worded(raw: str, text: str) -> Quantity:
    """Return the value that only people can judge; never fails.

    Example:
        >>> worded("显著提高", "显著提高").kind, worded("按规定执行", "按规定执行").kind
        ('qualitative', 'norm')
        >>> worded("全部", "全部").kind, worded("达成", "达成").tier
        ('scope', 'met')
    """
    tier = tier_of(text)
    if tier is not None:
        flags = ("hedged",) if tier == "met" and "基本" in text else ()
        return Quantity(raw=raw, normalised=text, kind="tier", tier=tier, flags=flags)
    flags = ("change",) if text.startswith(words.qualitative().change) else ()
    kind = _kind(bare(text), is_change=bool(flags))
    return Quantity(raw=raw, normalised=text, kind=kind, flags=flags)


def _kind(plain: str, *, is_change: bool) -> QuantityKind:
    """Return the kind: a quality that stands first counts before a norm further on."""
    norm, quality, scope = _patterns()
    listed = words.qualitative()
    tests: tuple[tuple[QuantityKind, bool], ...] = (
        ("qualitative", plain in listed.level),
        ("scope", plain in listed.scope),
        ("qualitative", is_change or quality.match(plain) is not None),
        ("norm", norm.search(plain) is not None),
        ("qualitative", quality.search(plain) is not None),
        ("scope", scope.match(plain) is not None or plain.endswith(listed.scope_endings)),
    )
    for kind, holds in tests:
        if holds:
            return kind
    return "text"
