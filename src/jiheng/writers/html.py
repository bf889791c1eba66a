"""Official tables → one HTML page that prints."""

from html import escape

from jiheng.model.check_code import code_line
from jiheng.model.document import LINE_BREAK, GridCell, Paragraph
from jiheng.writers.characters import printable
from jiheng.writers.layout import LaidOut
from jiheng.writers.layout.fitting import Fitted, fitted
from jiheng.writers.layout.measure import line_height
from jiheng.writers.qr import qr_svg

_STYLE = """
@page { size: A4; margin: 11mm 15mm; }
@page wide { size: A4 landscape; }
body { font: 9pt/1.2 "宋体", SimSun, "Noto Serif CJK SC", serif; color: #000;
  margin: 6mm; }
section { max-width: 180mm; margin: 0 auto; }
section.wide { max-width: 267mm; page: wide; }
h1 { font: 18pt/25pt "方正小标宋简体", "宋体", SimSun, "Noto Serif CJK SC", serif;
  text-align: center; margin: 0; }
p { margin: 1pt 0; }
.year { text-align: center; font-size: 12pt; line-height: 19pt; }
section + section { break-before: page; margin-top: 12mm; }
@media print { body, section, section + section { margin: 0; } }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th, td { border: 0.5pt solid #000; padding: 0 1mm; font-weight: normal;
  text-align: center; vertical-align: middle; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
td p { margin: 0; }
.prose { text-align: left; }
.upright { writing-mode: vertical-rl; margin: auto; }
.beside { display: flex; flex-wrap: wrap; justify-content: space-between; column-gap: 4mm; }
.code { display: flex; justify-content: flex-end; align-items: center; gap: 2mm; }
.code svg { width: 12mm; height: 12mm; }
""".strip()


def write_html(*forms: LaidOut) -> bytes:
    """Return a page with these forms, each a table of its own."""
    title = _text(forms[0].before[0].text) if forms else ""
    sections = "\n".join(_section(laid) for laid in forms)
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n"
        f"<body>\n{sections}\n</body>\n</html>\n"
    ).encode()


def _section(laid: LaidOut) -> str:
    lines = [_line(line, number, laid) for number, line in enumerate(laid.before)]
    beside = "\n".join(lines[laid.centred :])
    if beside:
        lines = [*lines[: laid.centred], f'<div class="beside">\n{beside}\n</div>']
    before = "\n".join(lines)
    after = "\n".join(f"<p>{_text(line.text)}</p>" for line in laid.after)
    if laid.code is not None:
        picture = qr_svg(laid.code).decode()
        after += f'\n<p class="code">{_text(code_line(laid.code))}{picture}</p>'
    fit = fitted(laid)
    kind = ' class="wide"' if laid.is_wide else ""
    line = line_height(fit.size) / 20
    size = f' style="font-size:{fit.size / 2:g}pt;line-height:{line:g}pt"'
    return f"<section{kind}{size}>\n{before}\n{_table(laid, fit)}\n{after}\n</section>"


def _line(line: Paragraph, number: int, laid: LaidOut) -> str:
    if number == 0:
        return f"<h1>{_text(line.text)}</h1>"
    kind = ' class="year"' if number < laid.centred else ""
    return f"<p{kind}>{_text(line.text)}</p>"


def _table(laid: LaidOut, fit: Fitted) -> str:
    whole = sum(fit.widths)
    columns = "".join(f'<col style="width:{100 * width / whole:.2f}%">' for width in fit.widths)
    rows: list[list[str]] = [[] for _ in range(laid.rows)]
    for cell in laid.grid.cells:
        rows[cell.row].append(_cell(laid, cell))
    lines = "\n".join(
        f'<tr style="height:{height / 20:g}pt">{"".join(row)}</tr>'
        for row, height in zip(rows, fit.heights, strict=True)
    )
    return f"<table>\n<colgroup>{columns}</colgroup>\n{lines}\n</table>"


def _cell(laid: LaidOut, cell: GridCell) -> str:
    name = "th" if laid.is_heading(cell) else "td"
    spans = _span("rowspan", cell.row_span) + _span("colspan", cell.column_span)
    prose = ' class="prose"' if laid.is_prose(cell) else ""
    parts = cell.text.split("\n")
    inner = _text(parts[0]) if len(parts) == 1 else "".join(f"<p>{_text(p)}</p>" for p in parts)
    if laid.is_upright(cell):
        inner = f'<div class="upright">{inner}</div>'
    return f"<{name}{spans}{prose}>{inner}</{name}>"


def _span(name: str, count: int) -> str:
    return f' {name}="{count}"' if count > 1 else ""


def _text(text: str) -> str:
    # A browser shows a run of blanks as one.
    kept = escape(printable(text)).replace("  ", " &nbsp;")
    return kept.replace(LINE_BREAK, "<br>").replace("\n", "<br>")
