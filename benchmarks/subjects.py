"""The form that is measured, in each format."""

from pathlib import Path

from jiheng.model.form import Form
from jiheng.pipeline.reading import read_file
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.xlsx import write_xlsx

EXAMPLES = Path(__file__).parent.parent / "examples"


def largest_form() -> Form:
    """Return the example whose official table has the most cells."""
    forms = [
        read.form
        for path in sorted(EXAMPLES.iterdir())
        if path.suffix in {".docx", ".xlsx", ".html", ".txt"}
        for read in read_file(path)
    ]
    return max(forms, key=lambda form: len(laid_out(form).grid.cells))


def laid_out(form: Form) -> LaidOut:
    """Return the form as the official table of its layout."""
    return lay_out(form, load_layout(form.layout or "national-2020"))


FORMATS = {"docx": write_docx, "xlsx": write_xlsx, "html": write_html}
