"""The catalogue's sentences in templates: ``{% say "tasks.title" %}``."""

from collections.abc import Mapping
from typing import cast

from django.template import Library

from jiheng.rulebook.messages import SOURCE, say, template
from jiheng.writers.report.agreement import span as score_span

register = Library()


@register.simple_tag(takes_context=True, name="say")
def said(context: Mapping[str, object], key: str, **values: object) -> str:
    """Return a sentence in the visitor's language: of the group ``web``, else of the key's own."""
    language = cast("str", context.get("language", SOURCE))
    full = key if template(f"web.{key}") is None else f"web.{key}"
    return say(full, language, **{name: str(value) for name, value in values.items()})


@register.filter
def span(pair: tuple[str, str] | None) -> str:
    """Return lowest and highest as people write them."""
    return score_span(pair)
