"""The one catalogue of sentences, by group and key, with named parameters.

The Chinese stands in ``messages/*.yaml``; its translations are gettext's, with the key as context.
"""

import string
from collections.abc import Mapping
from functools import cache, reduce
from gettext import NullTranslations, translation
from importlib.resources import as_file, files

from msgspec import yaml

from jiheng.rulebook.phrases import Original, Phrase, Series, Sum, Told

SOURCE = "zh"
"""The language in which every sentence is written."""
LANGUAGES = ("en",)
"""The languages into which every sentence is translated."""
_DOMAIN = "jiheng"


class UnknownMessage(KeyError):
    """A sentence was asked for that the catalogue does not hold: a mistake in the program."""


class _Templates(string.Formatter):
    """Templates in which a count may choose its noun: ``{count:form|forms}``."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Return a value as the template asks for it."""
        one, bar, many = format_spec.partition("|")
        if bar:
            return f"{value} {one if value == '1' else many}"
        return format(value, format_spec)


_TEMPLATES = _Templates()


@cache
def _group(group: str) -> dict[str, str]:
    path = files("jiheng.rulebook") / "messages" / f"{group}.yaml"
    if not path.is_file():
        raise UnknownMessage(f"no sentences in {group}.yaml")
    entries = yaml.decode(path.read_bytes(), type=dict[str, str | dict[str, str]])
    return {
        full: text
        for key, entry in entries.items()
        for full, text in ([(key, entry)] if isinstance(entry, str) else _named(key, entry))
    }


def _named(key: str, entry: dict[str, str]) -> list[tuple[str, str]]:
    return [(f"{key}.{name}", text) for name, text in entry.items()]


@cache
def _translations(language: str) -> NullTranslations:
    """Return the compiled translations; a language that nobody translated gets Chinese."""
    with as_file(files("jiheng") / "locale") as folder:
        if language in LANGUAGES:
            return translation(_DOMAIN, folder, [language])
    return NullTranslations()


def template(key: str, language: str = SOURCE) -> str | None:
    """Return the sentence under ``group.rest`` with its parameters unfilled, or None."""
    group, _, rest = key.partition(".")
    text = _group(group).get(rest)
    if text is None or language == SOURCE:
        return text
    return _translations(language).pgettext(key, text)


def names_under(key: str) -> tuple[str, ...]:
    """Return the names of the sentences of one entry: title, fails, fails-blank.

    Example:
        >>> names_under("ar.AR07")
        ('title', 'why', 'fails', 'advice')
    """
    group, _, rest = key.partition(".")
    return tuple(
        full.removeprefix(f"{rest}.") for full in _group(group) if full.startswith(f"{rest}.")
    )


def say(key: str, language: str = SOURCE, /, **values: Told) -> str:
    """Return the sentence under ``group.rest`` with its named parameters filled.

    Raises:
        UnknownMessage: the catalogue has no such key, or a parameter is missing.
    """
    text = template(key, language)
    if text is None:
        raise UnknownMessage(key)
    filled = {
        name: value if isinstance(value, Sum) else worded(value, language)
        for name, value in values.items()
    }
    try:
        return fill(text, filled)
    except KeyError as missing:
        raise UnknownMessage(f"{key}: parameter {missing}") from missing


def fill(text: str, values: Mapping[str, object]) -> str:
    """Return a template with its parameters filled.

    Raises:
        KeyError: one of them is missing.

    Example:
        >>> fill("{count:form|forms} of {all}", {"count": "1", "all": "12"})
        '1 form of 12'
    """
    # the built-in way is ten times as fast, and few sentences count
    return _TEMPLATES.vformat(text, (), values) if "|" in text else text.format_map(values)


def worded(told: Told, language: str = SOURCE) -> str:
    """Return what is to be told, in a language.

    Example:
        >>> from jiheng.rulebook.phrases import series
        >>> worded(series(("甲", "乙"))), worded(series(("甲", "乙")), "en")
        ('甲、乙', '甲, 乙')
    """
    match told:
        case Phrase(key=key, values=values):
            return say(key, language, **dict(values))
        case Series(items=items, joint=joint):
            return _joined(tuple(worded(item, language) for item in items), joint, language)
        case Original(kind=kind, text=text):
            return text if language == SOURCE else _translations(language).pgettext(kind, text)
        case Sum():
            return format(told)
        case str():
            return told


def worded_or_none(told: Told | None, language: str) -> str | None:
    """Return what is to be told, in a language; None where there is nothing."""
    return None if told is None else worded(told, language)


def _joined(items: tuple[str, ...], joint: str, language: str) -> str:
    key = f"words.joint.{joint}"
    return reduce(
        lambda first, second: say(key, language, first=first, second=second), items or ("",)
    )
