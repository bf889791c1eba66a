"""The one catalogue of sentences, by language, group and key, with named parameters."""

from functools import cache
from importlib.resources import files

from msgspec import yaml

SOURCE = "zh"
"""The language that every sentence has."""


class UnknownMessage(KeyError):
    """A sentence was asked for that the catalogue does not hold: a mistake in the program."""


@cache
def _group(language: str, group: str) -> dict[str, str]:
    path = files("jiheng.rulebook") / "messages" / language / f"{group}.yaml"
    if not path.is_file():
        raise UnknownMessage(f"no catalogue {language}/{group}.yaml")
    entries = yaml.decode(path.read_bytes(), type=dict[str, str | dict[str, str]])
    return {
        full: text
        for key, entry in entries.items()
        for full, text in ([(key, entry)] if isinstance(entry, str) else _named(key, entry))
    }


def _named(key: str, entry: dict[str, str]) -> list[tuple[str, str]]:
    return [(f"{key}.{name}", text) for name, text in entry.items()]


def template(key: str, language: str = SOURCE) -> str | None:
    """Return the sentence under ``group.rest`` with its parameters unfilled, or None.

    A sentence that a language does not have yet is taken from the Chinese.
    """
    group, _, rest = key.partition(".")
    if language != SOURCE:
        try:
            translated = _group(language, group).get(rest)
        except UnknownMessage:
            translated = None
        if translated is not None:
            return translated
    return _group(SOURCE, group).get(rest)


def names_under(key: str) -> tuple[str, ...]:
    """Return the names of the sentences of one entry: title, fails, fails-blank.

    Example:
        >>> names_under("ar.AR07")
        ('title', 'why', 'fails', 'advice')
    """
    group, _, rest = key.partition(".")
    return tuple(
        full.removeprefix(f"{rest}.")
        for full in _group(SOURCE, group)
        if full.startswith(f"{rest}.")
    )


def say(key: str, language: str = SOURCE, /, **values: str) -> str:
    """Return the sentence under ``group.rest`` with its named parameters filled.

    Raises:
        UnknownMessage: the catalogue has no such key, or a parameter is missing.
    """
    text = template(key, language)
    if text is None:
        raise UnknownMessage(key)
    try:
        return text.format_map(values)
    except KeyError as missing:
        raise UnknownMessage(f"{key}: parameter {missing}") from missing
