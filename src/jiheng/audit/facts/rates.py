"""Names of rates: done over planned, reached over all, and shares of one count in another."""

from jiheng.audit.facts.words import bare_name, mentions
from jiheng.rulebook.relations import relations


def is_completion(name: str) -> bool:
    """Whether a name is of work done over work planned.

    Example:
        >>> is_completion("管网改造完成率（%）"), is_completion("按期完成率")
        (True, False)
    """
    words = relations()
    return bare_name(name).endswith(words.completion) and not mentions(
        name, words.rates_of_other_things
    )


def is_coverage(name: str) -> bool:
    """Whether a name is of those reached over all who should be."""
    words = relations()
    return bare_name(name).endswith(words.coverage) and not mentions(
        name, words.rates_of_other_things
    )


def stem_of_share(name: str) -> str | None:
    """Return a share's name without its ending, or None where it is none.

    Example:
        >>> stem_of_share("学员结业率"), stem_of_share("结业人数")
        ('学员结业', None)
    """
    bare = bare_name(name)
    ending = next((word for word in relations().share_endings if bare.endswith(word)), None)
    return bare.removesuffix(ending) or None if ending else None
