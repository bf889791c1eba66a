"""Forms → the official form in each format that is asked for."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from jiheng.pipeline.reading import ReadForm
from jiheng.readers.errors import UnreadableInput
from jiheng.rulebook.layouts import Layout, load_layout
from jiheng.rulebook.messages import say
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.layout import LaidOut, left_out
from jiheng.writers.official import official
from jiheng.writers.pdf import write_pdf
from jiheng.writers.xlsx import write_xlsx

Write = Callable[[tuple[LaidOut, ...]], bytes]

DEFAULT_LAYOUT = "national-2020"
"""What a form of no known layout is written as."""

_LISTS = ("summary", "accounts-sentence")


class Output(Struct, frozen=True, kw_only=True):
    """A format in which forms are written; its name is the suffix of its files."""

    name: str
    write: Write


OUTPUTS = (
    Output(name="docx", write=lambda forms: write_docx(*forms)),
    Output(name="xlsx", write=lambda forms: write_xlsx(*forms)),
    Output(name="pdf", write=write_pdf),
    Output(name="html", write=lambda forms: write_html(*forms)),
)
"""The formats, in the order in which they are listed."""


class Official(Struct, frozen=True, kw_only=True):
    """A form as it is written.

    Attributes:
        lacking: paths of fields for which the layout has no place.
    """

    laid: LaidOut
    layout: Layout
    lacking: tuple[str, ...]


def official_form(read: ReadForm, layout_id: str | None, language: str = "zh") -> Official:
    """Return the form as its own layout prints it, or as the one that is asked for.

    Raises:
        UnreadableInput: it is a list of projects and no form of one.
        UnknownLayout: there is no such layout.
    """
    form = read.form
    if form.kind in _LISTS:
        values = {"path": form.source.path, "title": form.title or form.source.part}
        raise UnreadableInput(say("read.no-official-form", language, **values))
    layout = load_layout(layout_id or form.layout or DEFAULT_LAYOUT)
    laid = official(form, layout, read.pack)
    return Official(laid=laid, layout=layout, lacking=left_out(form, laid, layout))


def written(forms: tuple[LaidOut, ...], outputs: tuple[Output, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield the suffix and the bytes of each format."""
    for output in outputs:
        yield f".{output.name}", output.write(forms)
