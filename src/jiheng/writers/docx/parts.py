"""The parts of a Word file that are always the same."""

from jiheng.writers.docx.picture import picture_name, relation
from jiheng.writers.layout.fitting import (
    SIZES,
    TITLE_LINE,
    TITLE_SIZE,
    YEAR_LINE,
    YEAR_SIZE,
)
from jiheng.writers.layout.measure import line_height

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"

DRAWING_NAMES = (
    f' xmlns:r="{_OFFICE}" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
    f' xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
)

CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    "</Types>"
)

RELATIONS = (
    f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def document_relations(codes: tuple[int, ...]) -> str:
    """Return what the text refers to: the styles, and a picture for each of these forms."""
    pictures = "".join(
        f'<Relationship Id="{relation(number)}" Type="{_OFFICE}/image" '
        f'Target="{picture_name(number)}"/>'
        for number in codes
    )
    return (
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f"{pictures}</Relationships>"
    )


def _style(name: str, label: str, font: str, size: int, paragraph: str = "") -> str:
    """Return a paragraph style; ``size`` is in half points."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{paragraph}</w:pPr><w:rPr>'
        f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _spaced(line: int, *, around: int = 0, after: int = 0) -> str:
    """Return spacing with lines of one height, so that a page holds the same with any font."""
    return (
        f'<w:spacing w:before="{around}" w:after="{around + after}" w:line="{line}" '
        'w:lineRule="exact"/>'
    )


_CENTRED = '<w:jc w:val="center"/>'


def _sized(size: int) -> str:
    """Return the styles of table and lines in letters of one size."""
    points, line = f"{size / 2:g}", line_height(size)
    return _style(
        f"FormLine{size}", f"表外行{points}", "仿宋_GB2312", size, _spaced(line, around=30)
    ) + _style(
        f"FormCell{size}", f"表格{points}", "宋体", size, _spaced(line, around=15) + _CENTRED
    )


STYLES = (
    f'{HEAD}<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'
    '<w:sz w:val="18"/><w:szCs w:val="18"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    + _style("FormTitle", "表题", "方正小标宋简体", TITLE_SIZE, _spaced(TITLE_LINE) + _CENTRED)
    + _style("FormYear", "年度", "仿宋_GB2312", YEAR_SIZE, _spaced(YEAR_LINE, after=80) + _CENTRED)
    + _style(
        "FormCode",
        "校验码",
        "仿宋_GB2312",
        18,
        '<w:spacing w:before="80"/><w:jc w:val="right"/><w:textAlignment w:val="center"/>',
    )
    + "".join(_sized(size) for size in SIZES)
    + "</w:styles>"
)
