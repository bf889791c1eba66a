"""Where a document is sealed; whether a seal is genuine is not asked."""

from jiheng.formats.ofd.parts import Part, child, children, id_of, text_of
from jiheng.formats.ofd.values import box_of
from jiheng.formats.pages.page import Box
from jiheng.formats.xml import Element


def seals(entry: Part, body: Element) -> dict[str, list[Box]]:
    """Return the boxes of the seals on each page, in millimetres, by the page's number.

    Args:
        entry: the entry of the package.
        body: what it says of the document.
    """
    found: dict[str, list[Box]] = {}
    for place in children(body, "Signatures"):
        listed = entry.find(text_of(place))
        for each in children(listed.root, "Signature") if listed else ():
            signature = listed.find(id_of(each, "BaseLoc")) if listed else None
            for stamp in _stamps(signature):
                box = box_of(stamp.get("Boundary"))
                if box is not None:
                    found.setdefault(id_of(stamp, "PageRef"), []).append(box)
    return found


def _stamps(signature: Part | None) -> list[Element]:
    root = None if signature is None else signature.root
    return children(child(root, "SignedInfo"), "StampAnnot")
