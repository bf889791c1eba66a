"""What helps whoever fills a worksheet in: lists to choose from, and limits."""

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from jiheng.rulebook.messages import say
from jiheng.writers.layout import LaidOut


def help_with_filling(sheet: Worksheet, laid: LaidOut, top: int) -> None:
    """Add the choices and limits of a form; the words are Chinese like the form's own."""
    for (row, column), words in laid.choices.items():
        choice = {"validate": "list", "source": list(words), "error_type": "warning"}
        sheet.data_validation(top + row, column, top + row, column, choice)
    for (row, column), (weight_row, weight_column) in laid.limits.items():
        limit = {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": f"={xl_rowcol_to_cell(top + weight_row, weight_column)}",
            "input_title": say("template.score"),
            "input_message": say("template.score-help"),
            "error_type": "warning",
            "error_message": say("template.score-limit"),
        }
        sheet.data_validation(top + row, column, top + row, column, limit)
