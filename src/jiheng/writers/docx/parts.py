"""The parts of a Word file that are always the same."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    "</Types>"
)

RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)

DOCUMENT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    "</Relationships>"
)


def _style(name: str, label: str, font: str, size: int, paragraph: str = "") -> str:
    """Return a paragraph style; ``size`` is in half points."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{paragraph}</w:pPr><w:rPr>'
        f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'
    '<w:sz w:val="18"/><w:szCs w:val="18"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    + _style("FormTitle", "表题", "方正小标宋简体", 36, '<w:jc w:val="center"/>')
    + _style(
        "FormYear", "年度", "仿宋_GB2312", 24, '<w:spacing w:after="120"/><w:jc w:val="center"/>'
    )
    + _style("FormLine", "表外行", "仿宋_GB2312", 21, '<w:spacing w:before="40" w:after="40"/>')
    + _style("FormCode", "校验码", "仿宋_GB2312", 18, '<w:jc w:val="right"/>')
    + _style("FormCell", "表格", "宋体", 18, '<w:spacing w:before="20" w:after="20"/>')
    + "</w:styles>"
)
