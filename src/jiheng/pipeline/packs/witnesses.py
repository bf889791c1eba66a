"""Witness forms as files that ``jiheng audit`` reads."""

from collections.abc import Iterator
from pathlib import Path

from jiheng.model.form import Form
from jiheng.pipeline.packs.checking import Checked
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.layout import lay_out


def write_witnesses(checked: tuple[Checked, ...], folder: Path) -> tuple[Path, ...]:
    """Write the witness of every complaint into a folder and return their paths.

    Raises:
        OSError: the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_write(folder / name, form) for name, form in named_witnesses(checked))


def named_witnesses(checked: tuple[Checked, ...]) -> Iterator[tuple[str, Form]]:
    """Yield each witness with the name of its file, in the order in which they are told."""
    for each in checked:
        stem = each.file.replace(" ↔ ", "-").replace(".yaml", "")
        for number, complaint in enumerate(each.complaints, 1):
            if complaint.witness is not None:
                yield f"{stem}-{number:02d}-{complaint.name}.docx", complaint.witness


def document(form: Form) -> bytes:
    """Return a witness as the official form in Word."""
    return write_docx(lay_out(form, load_layout(form.layout or "")))


def _write(path: Path, form: Form) -> Path:
    path.write_bytes(document(form))
    return path
