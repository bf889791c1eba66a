"""Which part of which file holds a form."""

from jiheng.model.document import Document
from jiheng.model.form import Source
from jiheng.readers.recognise.lines import Table


def source_of(document: Document, table: Table | None, index: int) -> Source:
    """Return the part of a file that holds its form of this number, from 1."""
    if table is None:
        part = "text"
    elif table.grid.sheet is not None:
        part = f"sheet {table.grid.sheet}"
    else:
        part = f"table {table.index + 1}"
    return Source(
        path=document.path, format=document.format, part=part, index=index, sha256=document.sha256
    )


def form_id(source: Source) -> str:
    """Return the id of the form that a part of a file holds."""
    return f"{source.sha256[:12]}-{source.index}"
