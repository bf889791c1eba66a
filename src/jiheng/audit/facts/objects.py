"""What an indicator measures, by its name, and which rows measure the same."""

from functools import cache, lru_cache

from jiheng.audit.facts.names import share_a_word
from jiheng.audit.facts.words import bare_name
from jiheng.rulebook.lexicons import goals, value_words
from jiheng.rulebook.relations import relations


@lru_cache(maxsize=4_096)
def object_of(name: str) -> str:
    """Return what a name speaks of, without measure, general words and an opening verb.

    Example:
        >>> object_of("开展技能培训期数"), object_of("技能培训任务完成率")
        ('技能培训', '技能培训')
        >>> object_of("全年任务完成率")
        ''
    """
    words = relations()
    found = bare_name(name)
    found = found.removesuffix(next((end for end in _endings() if found.endswith(end)), ""))
    for word in words.general:
        found = found.replace(word, "")
    opening = next((word for word in words.openings if found.startswith(word)), "")
    return found.removeprefix(opening) or found


@cache
def _endings() -> tuple[str, ...]:
    """Return what a name measures its object by: 完成率, 人数, 比例."""
    words = relations()
    return (
        *words.completion,
        *words.coverage,
        *words.whole_endings,
        *value_words().counted_names,
        *words.measures,
        *words.share_endings,
    )


@lru_cache(maxsize=4_096)
def are_about_one_thing(one: str, other: str) -> bool:
    """Whether two names share a word that says what they measure.

    Example:
        >>> are_about_one_thing("慢病患者建档人数", "慢病患者建档完成率")
        True
        >>> are_about_one_thing("培训人数", "惠及人数")
        False
    """
    return share_a_word(object_of(one), object_of(other), goals().idle | relations().idle)


@lru_cache(maxsize=4_096)
def is_one_thing(one: str, other: str) -> bool:
    """Whether two names measure the same object: one's words hold the other's.

    Example:
        >>> is_one_thing("技能培训人数", "培训完成率"), is_one_thing("培训期数", "教材编写完成率")
        (True, False)
    """
    left, right = object_of(one), object_of(other)
    return bool(left and right) and (left in right or right in left)
