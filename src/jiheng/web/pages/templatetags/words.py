"""The catalogue's sentences in templates: ``{% say "tasks.title" %}``."""

from collections.abc import Mapping
from typing import cast

from django.template import Library

from jiheng.model.points import format_points
from jiheng.rulebook.messages import SOURCE, say, template
from jiheng.writers.characters import inert_lines
from jiheng.writers.report.agreement import span as score_span

register = Library()
UNKNOWN = "—"
_FULL = 1000


@register.simple_tag(takes_context=True, name="say")
def said(context: Mapping[str, object], key: str, **values: object) -> str:
    """Return a sentence in the visitor's language: of the group ``web``, else of the key's own."""
    language = cast("str", context.get("language", SOURCE))
    full = key if template(f"web.{key}") is None else f"web.{key}"
    return say(full, language, **{name: str(value) for name, value in values.items()})


register.filter("inert_lines", inert_lines)


@register.filter
def span(pair: tuple[str, str] | None) -> str:
    """Return lowest and highest as people write them."""
    return score_span(pair)


@register.filter
def points(hundredths: int | None) -> str:
    """Return points as people write them; a dash where nobody knows."""
    return UNKNOWN if hundredths is None else format_points(hundredths)


@register.filter
def percent(rate: int | None) -> str:
    """Return a rate in 1/10,000 as a percentage of one place, rounded half up.

    Example:
        >>> percent(2010), percent(9999), percent(None)
        ('20.1%', '100.0%', '—')
    """
    if rate is None:
        return UNKNOWN
    tenths = (rate + 5) // 10
    return f"{tenths // 10}.{tenths % 10}%"


@register.filter
def ten_thousands(money: int | None) -> str:
    """Return an amount in 1/10,000 yuan as 万元, in full where it is less than ten.

    Example:
        >>> ten_thousands(8687_0000_0000), ten_thousands(6_5000_0000), ten_thousands(None)
        ('8,687', '6.5', '—')
    """
    if money is None:
        return UNKNOWN
    hundredths = (money + 50_0000) // 100_0000
    if abs(hundredths) < _FULL:
        return format_points(hundredths)
    return f"{(hundredths + 50) // 100:,}"


@register.filter
def ends(grades: tuple[str, ...]) -> str:
    """Return the lowest and the highest of several grades.

    Example:
        >>> ends(("中", "良", "优")), ends(("优",))
        ('中–优', '优')
    """
    return "–".join(dict.fromkeys((grades[0], grades[-1])))
