"""Which elements of a web page a browser shows."""

import re

from selectolax.lexbor import LexborNode

_NEVER_SHOWN = frozenset(
    {
        "head", "title", "meta", "link", "script", "style", "template", "noscript", "iframe",
        "object", "embed", "svg", "canvas", "audio", "video", "datalist", "map", "rt", "rp", "del",
        "button",
    }
)  # fmt: skip
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)


def is_shown(node: LexborNode, tag: str) -> bool:
    """Whether the element itself is shown, wherever it stands."""
    return tag not in _NEVER_SHOWN and not is_hidden(node.attributes)


def is_hidden(attributes: dict[str, str | None]) -> bool:
    """Whether its attributes hide an element."""
    if not attributes:
        return False
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return style is not None and _HIDING.search(style) is not None
