"""The catalogue's sentences in templates: ``{% say "tasks.title" %}``."""

from collections.abc import Mapping
from typing import cast

from django import template

from jiheng.rulebook.messages import SOURCE, say
from jiheng.rulebook.messages import template as sentence
from jiheng.writers.report.agreement import span as score_span

register = template.Library()


@register.simple_tag(takes_context=True, name="say")
def said(context: Mapping[str, object], key: str, **values: object) -> str:
    """Return a sentence of the group ``web``, or of the group that the key names itself."""
    language = cast("str", context.get("language", SOURCE))
    full = f"web.{key}" if sentence(f"web.{key}") is not None else key
    return say(full, language, **{name: str(value) for name, value in values.items()})


@register.filter
def span(pair: tuple[str, str] | None) -> str:
    """Return lowest and highest as people write them."""
    return score_span(pair)
