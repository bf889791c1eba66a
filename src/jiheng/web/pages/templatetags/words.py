"""The catalogue's sentences in templates: ``{% say "tasks.title" %}``."""

from collections.abc import Mapping
from typing import cast

from django import template

from jiheng.rulebook.messages import SOURCE, say
from jiheng.writers.report.agreement import span as score_span

register = template.Library()


@register.simple_tag(takes_context=True, name="say")
def said(context: Mapping[str, object], key: str, **values: object) -> str:
    """Return a sentence of the group ``web`` in the visitor's language."""
    language = cast("str", context.get("language", SOURCE))
    return say(f"web.{key}", language, **{name: str(value) for name, value in values.items()})


@register.filter
def span(pair: tuple[str, str] | None) -> str:
    """Return lowest and highest as people write them."""
    return score_span(pair)
