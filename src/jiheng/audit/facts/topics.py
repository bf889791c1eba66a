"""What a text is about, as far as its words tell."""

import re
from functools import cache

from jiheng.audit.facts.names import bare_text, share_a_word
from jiheng.rulebook.lexicons import goals, text_words

_FIGURES = re.compile(r"[\d.%]+")


def is_hollow(text: str) -> bool:
    """Whether a text says that all was done and not what.

    Example:
        >>> is_hollow("完成2023年度目标。"), is_hollow("完成全年培训任务")
        (True, False)
    """
    return _hollow().fullmatch(bare_text(text)) is not None


def share_a_topic(one: str, other: str) -> bool:
    """Whether two texts share a word of some meaning; short and full words count as one.

    Example:
        >>> share_a_topic("确保社保业务办理", "社会保险各项待遇发放")
        True
        >>> share_a_topic("完成全年培训任务", "完成办公用房搬迁")
        False
    """
    return share_a_word(_in_full(one), _in_full(other), goals().idle | text_words().idle)


def _in_full(text: str) -> str:
    """Return a text without figures, its short words in full."""
    words = _FIGURES.sub("·", bare_text(text))
    return _short().sub(lambda found: text_words().full_words[found.group()], words)


@cache
def _short() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, text_words().full_words)))


@cache
def _hollow() -> re.Pattern[str]:
    """Return a pattern of hollow words; none is tried twice at one place."""
    words = "|".join(sorted(map(re.escape, text_words().hollow), key=len, reverse=True))
    return re.compile(rf"(?:(?:20\d\d年?度?|{words}))++")
