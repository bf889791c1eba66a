"""The boxes in which Excel shows the notes of a sheet: an old drawing (VML) beside it."""

import re
from collections.abc import Iterable

from jiheng.formats.relationships import relationships
from jiheng.formats.xlsx.names import RELATION_IDS, child, names_of
from jiheng.formats.xml import local_name
from jiheng.writers.annotated.boxes import Ruler
from jiheng.writers.annotated.note import Place
from jiheng.writers.inplace.errors import Unwritable
from jiheng.writers.inplace.names import inside, main_uri, relations_of
from jiheng.writers.inplace.office_file import OfficeFile
from jiheng.writers.inplace.revision import Revision

_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_VML = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_BOX = "_x0000_t202"
_BOX_TYPE = (
    f'<v:shapetype {_VML} id="{_BOX}" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_END = re.compile(rb"</(?:\w+:)?xml\s*>\s*\Z")
_SHAPE = re.compile(rb"_x0000_s(\d{1,9})")
_SHAPES_A_DRAWING = 1024

# What follows legacyDrawing in a worksheet (CT_Worksheet).
_LATER = frozenset(
    {
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
        "tableParts", "extLst", "AlternateContent",
    }
)  # fmt: skip


def draw_boxes(
    file: OfficeFile, part: str, sheet: Revision, boxes: Iterable[tuple[Place, str]]
) -> None:
    """Draw a box for each note.

    Args:
        file: the workbook.
        part: name of the sheet's part.
        sheet: the sheet, which learns of its drawing where it had none.
        boxes: cells and what their notes say, which settles how big the boxes are.
    """
    ruler = Ruler(sheet.root, names_of(sheet.root, part))
    target = _drawing(file, part, sheet)
    old = file.read(target)
    end = _END.search(old)
    if end is None:
        raise Unwritable("boxes", part=target)
    first = max((int(each) for each in _SHAPE.findall(old)), default=_base(file)) + 1
    shapes = [] if f'id="{_BOX}"'.encode() in old else [_BOX_TYPE]
    shapes += [
        _shape(number, place, ruler.anchor(place, text))
        for number, (place, text) in enumerate(boxes, first)
    ]
    file.put(target, b"".join((old[: end.start()], "".join(shapes).encode(), old[end.start() :])))


def _base(file: OfficeFile) -> int:
    """Return the number before the first shape of a new drawing; each drawing has its own."""
    return _SHAPES_A_DRAWING * _drawings(file)


def _drawings(file: OfficeFile) -> int:
    return sum(name.endswith(".vml") for name in file.names)


def _drawing(file: OfficeFile, part: str, sheet: Revision) -> str:
    """Return the part of the sheet's drawing, which is begun where there is none."""
    names = names_of(sheet.root, part)
    mark = child(sheet.root, names("legacyDrawing"))
    if mark is not None:
        id_ = next((str(mark.get(each)) for each in RELATION_IDS if mark.get(each)), "")
        for each in relationships(file.package, part):
            if each.id == id_ and file.package.has(each.target):
                return each.target
        raise Unwritable("boxes", part=part)
    target = file.free_name("xl/drawings/vmlDrawing", ".vml")
    number = _drawings(file) + 1
    layout = f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{number}"/></o:shapelayout>'
    file.put(target, f"<xml {_VML}>{layout}</xml>".encode())
    family = relations_of(sheet.root)
    id_ = file.point(part, "vmlDrawing", target, family)
    file.declare_suffix("vml", _TYPE)
    _mark(sheet, family, id_)
    return target


def _mark(sheet: Revision, family: str, id_: str) -> None:
    """Let the sheet name its drawing, at the place that the schema gives."""
    prefix, _ = inside(sheet.root, main_uri(sheet.root))
    pointer, declared = inside(sheet.root, family, "r")
    xml = f'<{prefix}legacyDrawing{declared} {pointer}id="{id_}"/>'
    later = next((each for each in sheet.root if local_name(each.tag) in _LATER), None)
    if later is None:
        sheet.append(sheet.root, xml)
    else:
        sheet.before(later, xml)


def _shape(number: int, place: Place, anchor: str) -> str:
    row, column = place
    return (
        f'<v:shape {_VML} id="_x0000_s{number}" type="#{_BOX}" fillcolor="#ffffe1" '
        'style="position:absolute;visibility:hidden" o:insetmode="auto">'
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
        '<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">'
        f"<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>"
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
        "</x:ClientData></v:shape>"
    )
