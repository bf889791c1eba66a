"""Which elements of a web page a browser shows."""

import re

from selectolax.lexbor import LexborNode

_NEVER_SHOWN = frozenset(
    """head title meta link script style template noscript iframe object embed svg canvas audio
    video datalist map rt rp del button""".split()
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)


def is_shown(node: LexborNode, tag: str) -> bool:
    """Whether the element itself is shown, wherever it stands."""
    if tag in _NEVER_SHOWN:
        return False
    attributes = node.attributes
    if not attributes:
        return True
    if "hidden" in attributes:
        return False
    style = attributes.get("style")
    return style is None or not _HIDING.search(style)
