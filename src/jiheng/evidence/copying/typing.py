"""Cells, which are texts, as values of their column's type: SQL that leaves empty what is none."""

from jiheng.evidence.measures.conditions import named, quoted
from jiheng.model.ledger import LedgerColumn

_BLANKS = " \t\r\n\u00a0\u3000\ufeff"
_DATES = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日")
_DATE = r"\d{4}(-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2}|年\d{1,2}月\d{1,2}日|\d{4})"
_TIME = r"([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?)?"
_MONTH = r"(\d{4})[-/.年]?(0[1-9]|1[0-2]|[1-9])月?"
_WIDE_FROM = 4
"""With more decimals than that, a number needs 38 digits to hold a sum of money."""


def trimmed(text: str) -> str:
    """Return a text, as SQL, without the blanks around it; NULL where nothing is left."""
    return f"nullif(trim({text}, {quoted(_BLANKS)}), '')"


def typed(column: LedgerColumn) -> str:
    """Return the value of a cell of a column as SQL; NULL where it is no value of its type.

    A number with more decimals than its column has is none, so that nothing is rounded unseen.
    """
    text = named(column.name)
    number = f"replace({text}, ',', '')"
    match column.type:
        case "text":
            return text
        case "integer":
            whole = f"try_cast(try_cast({number} AS DECIMAL(18,0)) AS BIGINT)"
            return _if_matches(number, r"-?\d{1,18}(\.0+)?", whole)
        case "decimal":
            pattern = rf"-?\d{{1,18}}(\.\d{{0,{column.places}}}0*)?"
            return _if_matches(number, pattern, f"try_cast({number} AS {sql_type(column)})")
        case "date":
            day = f"regexp_replace({text}, {quoted(_TIME + '$')}, '')"
            formats = ", ".join(map(quoted, _DATES))
            moment = f"try_strptime({day}, [{formats}])"
            return _if_matches(text, _DATE + _TIME, f"CAST({moment} AS DATE)")
        case "month":
            year, month = (f"regexp_extract({text}, {quoted(_MONTH)}, {at})" for at in (1, 2))
            return _if_matches(text, _MONTH, f"{year} || '-' || lpad({month}, 2, '0')")


def sql_type(column: LedgerColumn) -> str:
    """Return the type of a column in the copy."""
    match column.type:
        case "integer":
            return "BIGINT"
        case "decimal":
            digits = 18 if column.places <= _WIDE_FROM else 38
            return f"DECIMAL({digits},{column.places})"
        case "date":
            return "DATE"
        case _:
            return "VARCHAR"


def _if_matches(text: str, pattern: str, value: str) -> str:
    return f"CASE WHEN regexp_full_match({text}, {quoted(pattern)}) THEN {value} END"
