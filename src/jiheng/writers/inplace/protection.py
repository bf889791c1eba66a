"""What forbids to write into a file."""

from jiheng.formats.xml import Element, attribute, local_name, parse_xml
from jiheng.writers.inplace.errors import Unwritable
from jiheng.writers.inplace.office_file import OfficeFile

_OFF = frozenset({"0", "false", "off"})


def refuse_restricted(file: OfficeFile, *, allowed: frozenset[str]) -> None:
    """Raise Unwritable for a Word document that is protected against what we would do.

    Args:
        file: the document.
        allowed: kinds of editing that do not stand in our way.
    """
    settings = file.pointed(file.main.name, "settings")
    if settings is None:
        return
    root = parse_xml(file.package.read(settings.target), settings.target)
    for rule in root:
        is_rule = local_name(rule.tag) == "documentProtection" and is_on(rule, "enforcement")
        if is_rule and (attribute(rule, "edit") or "none") not in allowed:
            raise Unwritable("protected")


def is_on(element: Element, name: str) -> bool:
    """Whether a switch is there and not turned off."""
    return (attribute(element, name) or "0").lower() not in _OFF
