"""The QR picture of a check code in a Word file."""

SIDE = 457200
"""Half an inch, in English Metric Units: scanners read it, and it fits below the table."""

PICTURE_SCALE = 4
"""Pixels of a module's side: about 300 to the inch at that size."""


def picture_name(number: int) -> str:
    """Return the part that holds the picture of the form with this number, from 1."""
    return f"media/code{number}.png"


def relation(number: int) -> str:
    """Return the id by which the text names that part."""
    return f"rIdCode{number}"


def picture(number: int) -> str:
    """Return a run with the picture."""
    size = f'cx="{SIDE}" cy="{SIDE}"'
    name = f'id="{number}" name="校验码{number}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {name}/>"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation(number)}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
