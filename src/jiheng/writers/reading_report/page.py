"""The report of a run's reading as a page of its own, without anything from elsewhere."""

from html import escape

from jiheng.model.reading_report import ReadingReport
from jiheng.rulebook.messages import say
from jiheng.writers.reading_report.rows import COLUMNS, NUMBERS, headings, rows, summary

_STYLE = """
body{font:15px/1.5 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;
margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1d2733}
h1{font-size:1.4rem}table{border-collapse:collapse;width:100%;margin-top:1rem}
th,td{border:1px solid #c9d1da;padding:.3rem .5rem;text-align:left;vertical-align:top;
overflow-wrap:anywhere}
th{background:#e8edf3;position:sticky;top:0;white-space:nowrap}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.state{white-space:nowrap}.refused{background:#fbe9e9}.doubtful{background:#fff6dd}
.skipped,.repeated{color:#5b6875}
@media print{body{margin:0;max-width:none}th{position:static}tr{break-inside:avoid}}
"""


def write_reading_page(report: ReadingReport, language: str = "zh") -> str:
    """Return the page."""
    title = escape(say("batch.title", language))
    tongue = "zh-CN" if language == "zh" else language
    heads = "".join(
        f"<th{_class(column)}>{escape(text)}</th>"
        for column, text in zip(COLUMNS, headings(language), strict=True)
    )
    body = "".join(
        f'<tr class="{line.state}">{_cells(texts)}</tr>\n' for line, texts in rows(report, language)
    )
    return (
        f'<!doctype html>\n<html lang="{tongue}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title>'
        f"<style>{_STYLE}</style></head>\n<body><h1>{title}</h1>"
        f"<p>{escape(summary(report, language))}</p>\n"
        f"<table><thead><tr>{heads}</tr></thead>\n<tbody>\n{body}</tbody></table></body></html>\n"
    )


def _cells(texts: tuple[str, ...]) -> str:
    return "".join(
        f"<td{_class(column)}>{escape(text)}</td>"
        for column, text in zip(COLUMNS, texts, strict=True)
    )


def _class(column: str) -> str:
    if column in NUMBERS:
        return ' class="number"'
    return ' class="state"' if column == "state" else ""
