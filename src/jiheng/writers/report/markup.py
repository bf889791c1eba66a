"""HTML elements that escape whatever is not markup already."""

import re
from functools import cache, lru_cache
from html import escape

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_VOID = frozenset({"col", "meta", "br", "input", "img"})


class Html(str):
    """Markup that needs no more escaping; joined with plain text it becomes plain text again."""

    __slots__ = ()


def safe(content: str | None) -> Html:
    """Return the content as markup: escaped, unless it is markup already.

    Example:
        >>> safe("<b>1 & 2</b>")
        '&lt;b&gt;1 &amp; 2&lt;/b&gt;'
    """
    if content is None:
        return Html()
    if isinstance(content, Html):
        return content
    return _escaped(content)


def join(*parts: str | None) -> Html:
    """Return the parts one after another, each escaped unless it is markup."""
    return Html("".join(map(safe, parts)))


def el(tag: str, *children: str | None, **attributes: str | None) -> Html:
    """Return one element; an attribute that is None is left out, ``class_`` stands for class.

    Example:
        >>> el("a", "1 < 2", href="#x", aria_label="第 1 条", class_="badge", title=None)
        '<a href="#x" aria-label="第 1 条" class="badge">1 &lt; 2</a>'
    """
    given = "".join(
        f' {_attribute(name)}="{safe(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    if tag in _VOID:
        return Html(f"<{tag}{given}>")
    return Html(f"<{tag}{given}>{''.join(map(safe, children))}</{tag}>")


def lines(text: str) -> Html:
    r"""Return printed text with its paragraphs (``\n``) and line breaks (``\v``) as ``<br>``.

    Example:
        >>> lines("a\vb<")
        'a<br>b&lt;'
    """
    return Html(safe(text).replace("\n", "<br>").replace("\v", "<br>"))


@lru_cache(maxsize=4096)
def _escaped(content: str) -> Html:
    """Escaped text; the same few words stand on a page many times."""
    return Html(escape(_CONTROL.sub("\ufffd", content)))


@cache
def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
