"""A letter as a Word file, written as XML parts."""

from jiheng.model.document import LINE_BREAK
from jiheng.writers.archive import pack
from jiheng.writers.docx.parts import CONTENT_TYPES, HEAD, MAIN, RELATIONS, document_relations
from jiheng.writers.docx.text import run
from jiheng.writers.letter.blocks import Block, Heading, Letter, Table, Words

_TEXT_WIDTH = 8844
"""Between the margins of A4, in twentieths of a point."""
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" '
    'w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES
)
_EXACT = '<w:spacing w:before="{before}" w:after="{after}" w:line="560" w:lineRule="exact"/>'


def letter_docx(letter: Letter) -> bytes:
    """Return the Word file of a letter."""
    return pack(
        (
            ("[Content_Types].xml", CONTENT_TYPES),
            ("_rels/.rels", RELATIONS),
            ("word/_rels/document.xml.rels", document_relations(())),
            ("word/styles.xml", _STYLES),
            ("word/document.xml", _document(letter)),
        )
    )


def _document(letter: Letter) -> str:
    above = _line(letter.above, "LetterAbove") if letter.above else ""
    foot = "".join(_line(text, "LetterFoot") for text in letter.foot)
    body = (
        above
        + _line(letter.title.replace("\n", LINE_BREAK), "LetterTitle")
        + "".join(map(_block, letter.blocks))
        + foot
    )
    return f'{HEAD}<w:document xmlns:w="{MAIN}"><w:body>{body}{_PAGE}</w:body></w:document>'


def _block(block: Block) -> str:
    match block:
        case Heading(text=text):
            return _line(text, "LetterHeading")
        case Words(text=text):
            return _line(text, "LetterWords")
        case Table():
            return _line(block.caption, "LetterCaption") + _table(block) + _line("", "LetterGap")


def _line(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'


def _table(table: Table) -> str:
    whole = sum(table.widths)
    widths = tuple(_TEXT_WIDTH * width // whole for width in table.widths)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(table, table.head, widths, is_head=True)
    rows = "".join(_row(table, row, widths) for row in table.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>"
    )


def _row(
    table: Table, texts: tuple[str, ...], widths: tuple[int, ...], *, is_head: bool = False
) -> str:
    repeated = "<w:tblHeader/>" if is_head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{_line(text, _style(table, at, is_head=is_head))}</w:tc>"
        for at, (text, width) in enumerate(zip(texts, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _style(table: Table, column: int, *, is_head: bool) -> str:
    if is_head:
        return "LetterCellHead"
    return "LetterCellWords" if column in table.words else "LetterCellNumber"


def _styled(name: str, label: str, font: str, size: int, paragraph: str) -> str:
    """Return a paragraph style; ``size`` is in half points."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{paragraph}</w:pPr><w:rPr>'
        f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _spaced(before: int = 0, after: int = 0) -> str:
    return _EXACT.format(before=before, after=after)


def _aside(side: str) -> str:
    return f'<w:jc w:val="{side}"/>'


_INDENTED = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_CELL = '<w:spacing w:before="30" w:after="30" w:line="320" w:lineRule="exact"/>'
_LOW = '<w:spacing w:line="160" w:lineRule="exact"/>'
_KEPT = "<w:keepNext/>"
_STYLES = (
    f'{HEAD}<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/>'
    '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    + _styled("LetterAbove", "说明", "楷体_GB2312", 28, _spaced() + _aside("left"))
    + _styled("LetterTitle", "标题", "方正小标宋简体", 44, _spaced(200, 400) + _aside("center"))
    + _styled("LetterHeading", "一级标题", "黑体", 32, _KEPT + _spaced() + _INDENTED)
    + _styled("LetterWords", "正文", "仿宋_GB2312", 32, _spaced() + _INDENTED)
    + _styled("LetterCaption", "表名", "黑体", 24, _KEPT + _spaced(100, 60) + _aside("center"))
    + _styled("LetterFoot", "落款", "仿宋_GB2312", 28, _spaced(60) + _aside("right"))
    + _styled("LetterGap", "表后", "仿宋_GB2312", 12, _LOW)
    + _styled("LetterCellHead", "表头", "黑体", 21, _CELL + _aside("center"))
    + _styled("LetterCellWords", "表中文字", "宋体", 21, _CELL + _aside("left"))
    + _styled("LetterCellNumber", "表中数字", "宋体", 21, _CELL + _aside("right"))
    + "</w:styles>"
)
