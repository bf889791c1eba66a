"""What a text costs as a cell of a row of labels, headings, goals or sentences."""

import re
from collections.abc import Callable
from functools import lru_cache

from jiheng.readers.recognise.goal import goal_kind
from jiheng.readers.recognise.header import UNKNOWN
from jiheng.readers.recognise.money import money_label
from jiheng.readers.text.markup import plain
from jiheng.readers.text.recut.kinds import (
    Words,
    column_words,
    flat,
    goal_words,
    label_words,
    money_words,
    named,
)
from jiheng.rulebook.headings import (
    bare,
    column_role,
    column_role_by_stem,
    headings,
    money_role,
    money_role_by_stem,
)

_OPEN_TAG = re.compile(r"<p>(?:(?!</p>).)*$|^(?:(?!<p>).)*</p>|[^\s:：>]\s*<p>")
_NUMBER_OF_LABEL = re.compile(r"\d{1,2}(?![\d.、．,%])")
_GRADE = re.compile(r"[优良中差](?:秀|好|等)?|较差|合格|不合格")
_POINTS = re.compile(r"(?:0|[1-9]\d{0,2})(?:\.\d{1,2})?分?")
_BLANK = re.compile(r"\s")
_SHORTEST_INSIDE, _SHORTEST_SENTENCE = 3, 5
_SENTENCE_ENDS = ("。", "；", "！", ".", ";")
_LONGEST_STEM = 14
LABEL, VALUE, GLUED, UNLIKELY = 0.0, 0.8, 3.5, 6.0


@lru_cache(maxsize=20_000)
def heading_role(text: str, block: str) -> str | None:
    """Return the role that a heading names exactly, ``?`` for the label of the whole block."""
    word = bare(text)
    if block == "heading":
        return UNKNOWN if word in headings().side else column_role(text)
    return UNKNOWN if word in headings().money_block else money_role(text)


def heading_fit(text: str, block: str) -> float:
    """Return what a text costs as a heading of indicators or of the money block."""
    word = flat(text)
    if not word or text[0] in "(（":
        return UNLIKELY
    if heading_role(text, block) is not None:
        return GLUED if _is_two(text, block) else LABEL
    words = column_words() if block == "heading" else money_words()
    by_stem = column_role_by_stem if block == "heading" else money_role_by_stem
    inside = [found for found in named(word, words) if found.end - found.start < len(word)]
    if len(inside) > 1 or _is_glued(word, words, inside=True):
        return GLUED * max(1, len(inside)) + _OTHER_WORDS * (_words_in(text) - 1)
    is_alike = by_stem(text) and len(word) <= _LONGEST_STEM
    return _words_in(text) * (1.0 if is_alike else _OTHER_WORDS)


_OTHER_WORDS = 1.5
"""What a heading of unknown wording costs."""


def _words_in(text: str) -> int:
    """Return how many words blanks part; 得 分 is one, and so is what stands in brackets."""
    return max(1, len(_WORDS.findall(_BRACKETS.sub("", text))))


_WORDS = re.compile(r"\S{2,}")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


def _is_two(text: str, block: str) -> bool:
    """Whether a blank or a bracket parts two headings: 执行率 (B/A) 得分 is not 执行率得分."""
    return any(
        heading_role(text[: part.end()], block) and heading_role(text[part.end() :], block)
        for part in _PARTING.finditer(text)
    )


_PARTING = re.compile(r"[\s)）]+(?=\S)")


def label_fit(text: str) -> float:
    """Return what a text costs as a label or a labelled value."""
    words = _labels()
    as_label = VALUE if text[0] in "(（" else LABEL
    if _is_label(text):
        return as_label
    word = flat(text)
    if not word or text[0] in ":：)）":
        return UNLIKELY
    head, rest = _label_and_rest(text)
    if rest is not None and _is_label(head):
        return GLUED if _is_glued(flat(rest), words, inside=True) else as_label
    is_glued = _is_glued(word, words, inside=len(word) <= _LONGEST_VALUE)
    return GLUED if is_glued else VALUE + as_label


def _is_label(text: str) -> bool:
    return bare(text) in _labels() or money_label(text) is not None


def _label_and_rest(text: str) -> tuple[str, str | None]:
    """Return what stands before and behind a colon; 其中: belongs to what stands behind it."""
    head, *rest = _COLON.split(text, maxsplit=1)
    return head, rest[0] if rest else None


_COLON = re.compile("(?<!其中)[:：]")
_LONGEST_VALUE = 40


@lru_cache(maxsize=1)
def _labels() -> Words:
    return {**label_words(), **dict.fromkeys(headings().money_lines, "line")}


def _is_glued(word: str, words: Words, *, inside: bool = False) -> bool:
    """Whether a text begins or ends with, or has inside, a word that is a cell of its own."""
    return any(
        (inside or found.start == 0 or found.end == len(word))
        and found.end - found.start >= _SHORTEST_INSIDE
        and found.end - found.start < len(word)
        for found in named(word, words)
    )


def goal_fit(text: str) -> float:
    """Return what a text costs as a heading of goals, or as a goal."""
    shown = plain(text)
    if goal_kind(shown, first=True) != "text":
        if bare(shown) in goal_words() or goal_kind(shown, first=True) == "block":
            return LABEL
        is_two = shown.count("目标") > 1 or len(named(flat(shown), goal_words())) > 1
        return GLUED if is_two else VALUE
    if _OPEN_TAG.search(text) or _NUMBER_OF_LABEL.match(text):
        return UNLIKELY
    if _holds_label(shown):
        return GLUED
    is_sentence = len(shown) >= _SHORTEST_SENTENCE and shown.endswith(_SENTENCE_ENDS)
    return VALUE if is_sentence else 2 * VALUE


def _holds_label(shown: str) -> bool:
    """Whether a goal's text has a label before or inside it that is a cell of its own.

    One that leads the text with a colon may stay there.
    """
    first = _BLANK.split(shown, maxsplit=1)[0]
    if goal_kind(first, first=True) != "text" and not first.endswith((":", "：")):
        return True
    word = flat(shown)
    found = named(word, goal_words())
    if found and found[0].start == 0 and word[found[0].end : found[0].end + 1] not in {":", "："}:
        return True
    return any(each.start and word[each.end : each.end + 1] in {":", "："} for each in found)


def matter_fit(text: str) -> float:
    """Return what a text costs as a cell of a list of matters: a name, or a text on it."""
    matters, word = headings().matters, bare(text)
    if word in matters:
        return LABEL
    is_glued = word.startswith(tuple(matters)) or _SENTENCE_INSIDE.search(text)
    if is_glued or _words_in(text) > 1 or _is_repeated(text):
        return GLUED
    return VALUE


_SENTENCE_INSIDE = re.compile(r"[。；]\s*\S")


def _is_repeated(text: str) -> bool:
    return len(set(text.split())) < len(text.split())


def matter_heading_fit(text: str) -> float:
    """Return what a text costs as a heading of a list of matters."""
    word, words = bare(text), headings().matter_texts
    if word in words:
        return LABEL
    return GLUED if _is_glued(word, words, inside=True) else VALUE * _words_in(text)


def total_fit(text: str) -> float:
    """Return what a text costs as a cell of the total's row."""
    word = bare(text)
    if label_words().get(word) == "total":
        return LABEL
    if _POINTS.fullmatch(word):
        return LABEL if float(word.removesuffix("分")) <= _MOST else UNLIKELY
    if _GRADE.fullmatch(word):
        return 0.2
    return UNLIKELY


_MOST = 110

FITS: dict[str, Callable[[str], float]] = {
    "labels": label_fit,
    "text": label_fit,
    "goal": goal_fit,
    "goal-heading": goal_fit,
    "matter": matter_fit,
    "matter-heading": matter_heading_fit,
    "total": total_fit,
}


def label_odds(texts: list[str]) -> float:
    """Return the price of labels and values that do not take turns; a block's name has no value."""
    texts = texts[1:] if texts and bare(texts[0]) in headings().money_block else texts
    are_labels = [_is_label(text) for text in texts]
    are_both = [rest is not None and _is_label(head) for head, rest in map(_label_and_rest, texts)]
    pairs = zip(are_labels, are_both, [*are_labels, True][1:], strict=True)
    return sum(_OUT_OF_TURN for this, both, next_is in pairs if not both and this == next_is)


_OUT_OF_TURN = 2.0
