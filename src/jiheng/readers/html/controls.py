"""What the fields of a saved entry page show."""

from selectolax.lexbor import LexborNode

from jiheng.model.document import LINE_BREAK

CONTROLS = frozenset({"input", "textarea", "select"})
_SILENT = frozenset({"hidden", "button", "submit", "reset", "image", "file", "password"})
_TICKS = frozenset({"checkbox", "radio"})
_TICKED, _UNTICKED = "☑", "□"


def shown_value(node: LexborNode, tag: str) -> str:
    """Return the text that a field shows; "" for buttons and hidden fields."""
    if tag == "textarea":
        return (node.text() or "").replace("\r", "").replace("\n", LINE_BREAK)
    if tag == "select":
        return _chosen(node)
    attributes = node.attributes
    kind = (attributes.get("type") or "text").lower()
    if kind in _SILENT:
        return ""
    if kind in _TICKS:
        return _TICKED if "checked" in attributes else _UNTICKED
    return attributes.get("value") or ""


def _chosen(select: LexborNode) -> str:
    options = select.css("option")
    chosen = [option for option in options if "selected" in option.attributes]
    # A browser shows the first choice until another one is made.
    return (chosen or options)[0].text() if options else ""
