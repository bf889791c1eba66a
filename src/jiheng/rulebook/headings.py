"""The wording of headings, labels and levels, and how printed ones are compared with it."""

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct, yaml

from jiheng.rulebook.words import simplified

# The end of a bracket may be lost, and of one that holds a formula the beginning: 执行率B/A).
_BRACKETS = re.compile(r"\([^()]*(?:\)|$)|[A-Z/×*]{0,12}\)$")
_POINTS = re.compile(r"\(?(\d+(?:\.\d+)?)分\)?")
_NUMBER = re.compile(r"(?<![\d一二三四五六七八九十])[\d一二三四五六七八九十]+$")
_PERIOD = re.compile(r"(?:19|20)\d\d年度?|\d{1,2}[-—–~至]\d{1,2}月份?|[上下]半年")
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.]")
LONGEST_HEADING = 16
REMEMBERED = 20_000
"""Texts whose reading is kept: what a form prints comes again on every form."""
_DECORATION = "-—–_·•*★☆●:;、.…"


class Headings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The word lists of ``words/headings.yaml``; every word without blanks and brackets.

    Attributes:
        money_lines: label → the line that it is a part of, if any.
        row_numbers: the headings of columns that number the rows.
        other_labels: labels of what no field of the form holds.
        levels: level-1 heading → second levels under it.
        column_stems: part of a heading → field, in the order in which they are tried; None for
            a value of another time.
        furniture: how lines begin that a page prints around a form.
        matter_texts: heading over the texts on several matters → what it adds to a matter's name.
        level1_aliases: other spellings of the level-1 headings.
        level1_stand_ins: headings printed in place of another level 1.
        name_words: theme of a second level → words in a name that tell it; 成本 before the rest.
        signs: what a cell for operators holds.
        natures: what a cell for the nature of an indicator holds.
        choices: answers to a column such as 是否核心指标.
    """

    columns: dict[str, tuple[str, ...]]
    money: dict[str, tuple[str, ...]]
    column_stems: dict[str, str | None]
    money_stems: dict[str, str | None]
    money_block: tuple[str, ...]
    money_lines: dict[str, str | None]
    goal_block: tuple[str, ...]
    goal_expected: tuple[str, ...]
    goal_actual: tuple[str, ...]
    goal_others: tuple[str, ...]
    labels: dict[str, tuple[str, ...]]
    texts: tuple[str, ...]
    furniture: tuple[str, ...]
    row_numbers: tuple[str, ...]
    other_labels: tuple[str, ...]
    matters: tuple[str, ...]
    matter_texts: dict[str, str]
    side: tuple[str, ...]
    titles: tuple[str, ...]
    levels: dict[str, tuple[str, ...]]
    level1_aliases: dict[str, str]
    level1_stand_ins: tuple[str, ...]
    name_words: dict[str, tuple[str, ...]]
    signs: tuple[str, ...]
    natures: tuple[str, ...]
    choices: tuple[str, ...]


@cache
def headings() -> Headings:
    """Return the word lists, read once."""
    data = (files("jiheng.rulebook") / "words" / "headings.yaml").read_bytes()
    return yaml.decode(data, type=Headings)


def as_printed(text: str) -> str:
    """Return text in NFKC without any blank or line break, in the characters that are printed."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@lru_cache(maxsize=REMEMBERED)
def without_blanks(text: str) -> str:
    """Return text as words are compared: NFKC, simplified characters, no blank or line break.

    Example:
        >>> without_blanks("产出 指标 （40 分）"), without_blanks("產出指標")
        ('产出指标(40分)', '产出指标')
    """
    return as_printed(text).translate(simplified())


@lru_cache(maxsize=REMEMBERED)
def bare(text: str) -> str:
    """Return a label without blanks, brackets, colons and decoration.

    Example:
        >>> bare("-----其中:上级补助:"), bare("全年执行数 (B)"), bare("总 分"), bare("执行率B/A)")
        ('其中:上级补助', '全年执行数', '总分', '执行率')
    """
    plain = without_blanks(text)
    stripped = _BRACKETS.sub("", plain)
    return (stripped or plain).strip(_DECORATION)


def heading_points(text: str) -> str | None:
    """Return the points printed in a heading, or None.

    Example:
        >>> heading_points("产出 指标 (40 分)"), heading_points("分值")
        ('40', None)
    """
    found = _POINTS.search(without_blanks(text))
    return found.group(1) if found else None


@cache
def _roles(block: str) -> dict[str, str]:
    words = headings()
    lists = words.columns if block == "columns" else words.money
    return {spelling: role for role, spellings in lists.items() for spelling in spellings}


def column_role(text: str) -> str | None:
    """Return the indicator field that a column heading names, or None.

    Example:
        >>> column_role("指标值 (A)"), column_role("1-7月执行情况")
        ('target', 'actual')
    """
    return _role("columns", text)


def column_rank(text: str) -> int:
    """Return how far down the list of its field's wordings a known heading stands."""
    role, word = column_role(text), bare(text)
    spellings = () if role is None else headings().columns[role]
    return spellings.index(word) if word in spellings else len(spellings)


def money_role(text: str) -> str | None:
    """Return the money field that a column heading names, or None."""
    return _role("money", text)


@lru_cache(maxsize=REMEMBERED)
def _role(block: str, text: str) -> str | None:
    """Return the field that a heading names, whatever months or year it names beside it."""
    roles, word = _roles(block), bare(text)
    return roles.get(word) or roles.get(_PERIOD.sub("", word))


@lru_cache(maxsize=REMEMBERED)
def column_role_by_stem(text: str) -> str | None:
    """Return the indicator field that a heading of other wording seems to name, or None.

    Example:
        >>> column_role_by_stem("年度实际完成指标值"), column_role_by_stem("养护里程")
        ('actual', None)
    """
    return _by_stem(text, headings().column_stems)


def column_role_by_letters(text: str) -> str | None:
    """Return the indicator field whose heading holds only letters of a text, or None.

    Recognised from a picture, the lines of a narrow heading are read across each other. The longest
    heading decides; where two fields have one as long, none does.

    Example:
        >>> column_role_by_letters("考值参分"), column_role_by_letters("年成值全完值")
        ('weight', 'actual')
    """
    letters = Counter(bare(text))
    inside = [
        (len(word), role) for word, role in _roles("columns").items() if Counter(word) <= letters
    ]
    longest = max((length for length, _ in inside), default=0)
    roles = {role for length, role in inside if length == longest}
    return roles.pop() if len(roles) == 1 and 2 * longest >= letters.total() else None


@lru_cache(maxsize=REMEMBERED)
def money_role_by_stem(text: str) -> str | None:
    """Return the money field that a heading of other wording seems to name, or None."""
    return _by_stem(text, headings().money_stems)


def _by_stem(text: str, stems: dict[str, str | None]) -> str | None:
    word = bare(text)
    if len(word) > LONGEST_HEADING:
        return None
    return next((role for stem, role in stems.items() if stem in word), None)


@cache
def _labels() -> dict[str, str]:
    words = headings()
    return {spelling: label for label, spellings in words.labels.items() for spelling in spellings}


@lru_cache(maxsize=REMEMBERED)
def is_numbered_goal(text: str) -> bool:
    """Whether a text names one of several goals by its number.

    Example:
        >>> is_numbered_goal("年度绩效目标2 (35分)"), is_numbered_goal("年度绩效目标")
        (True, False)
    """
    word = bare(text)
    return word not in headings().goal_block and unnumbered(word) in headings().goal_block


def unnumbered(word: str) -> str:
    """Return a label without the number at its end.

    Example:
        >>> unnumbered("年度绩效目标2"), unnumbered("目标十二"), unnumbered("2022年")
        ('年度绩效目标', '目标', '2022年')
    """
    return _NUMBER.sub("", word)


@lru_cache(maxsize=REMEMBERED)
def label_of(text: str) -> str | None:
    """Return which labelled field a label announces (project, department, total, …), or None."""
    return _labels().get(bare(text))


@lru_cache(maxsize=REMEMBERED)
def is_heading(text: str) -> bool:
    """Whether a text is one that a form prints: a heading, a label or a level.

    Example:
        >>> is_heading("实际完成值"), is_heading("完成值率")
        (True, False)
    """
    return (
        bare(text) in _printed_words()
        or column_role(text) is not None
        or money_role(text) is not None
        or label_of(text) is not None
        or is_level1(text)
        or is_level2(text)
    )


@cache
def _printed_words() -> frozenset[str]:
    words = headings()
    lists = (words.money_block, words.goal_block, words.goal_expected, words.goal_actual)
    return frozenset(
        word for each in (*lists, words.texts, words.side, words.money_lines) for word in each
    )


@cache
def level2_parents() -> dict[str, frozenset[str]]:
    """Return, for every second level, the level-1 headings it may stand under."""
    parents: dict[str, set[str]] = {}
    for level1, seconds in headings().levels.items():
        for second in seconds:
            parents.setdefault(second, set()).add(level1)
    return {second: frozenset(firsts) for second, firsts in parents.items()}


def is_level1(text: str) -> bool:
    """Whether a cell is a level-1 heading."""
    word, words = level_word(text), headings()
    return word in words.levels or word in words.level1_aliases or word in words.level1_stand_ins


def level1_of(text: str) -> str | None:
    """Return the level-1 heading that a cell is, in its full spelling, or None.

    Example:
        >>> level1_of("决策（20分）"), level1_of("数量指标")
        ('决策指标', None)
    """
    word, words = level_word(text), headings()
    return word if word in words.levels else words.level1_aliases.get(word)


def is_level2(text: str) -> bool:
    """Whether a cell is a level-2 heading."""
    return level_word(text) in level2_parents()


def level_word(text: str) -> str:
    """Return a level heading without blanks, points and ordinal.

    Example:
        >>> level_word("一、产出 指标（50分）")
        '产出指标'
    """
    return _ORDINAL.sub("", bare(text))


@lru_cache(maxsize=4096)
def theme_of_name(name: str) -> str | None:
    """Return the theme of a second level that an indicator's name speaks of, or None.

    Example:
        >>> theme_of_name("设备验收合格率"), theme_of_name("群众知晓率")
        ('质量', None)
        >>> theme_of_name("节约建设费用") is None
        True
    """
    found = [
        (len(word), theme)
        for theme, words in headings().name_words.items()
        for word in words
        if word in name
    ]
    longest = max((length for length, _ in found), default=0)
    themes = {theme for length, theme in found if length == longest}
    return themes.pop() if len(themes) == 1 else None


@lru_cache(maxsize=1024)
def theme_of_level2(label: str) -> str | None:
    """Return the theme that a second-level heading is about, or None.

    Example:
        >>> theme_of_level2("可持续影响指标"), theme_of_level2("经济成本指标")
        ('持续', '成本')
    """
    return next((theme for theme in headings().name_words if theme in label), None)
