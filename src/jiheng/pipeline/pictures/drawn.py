"""What was seen in a file, drawn page by page by a program of its own."""

import os
from pathlib import Path

from jiheng.formats.apart.child import Child, sentence
from jiheng.formats.apart.told import told_of
from jiheng.pipeline.pictures.drawing_apart import DRAWING, Drawings, DrawJob
from jiheng.readers.errors import UnreadableInput
from jiheng.rulebook.phrases import phrase

MOST_PAGES = 200
"""Of one file; nobody looks at more."""


def drawn_pages(path: Path, name: str, folder: Path, language: str = "zh") -> tuple[Path, ...]:
    """Return the pictures of a file's pages with what was read on them, in a folder.

    Raises:
        UnreadableInput: it cannot be read, or its kind has no pages.
    """
    job = DrawJob(
        path=os.fsencode(path),
        name=name,
        folder=os.fsencode(folder),
        most=MOST_PAGES,
        language=language,
    )
    child = Child(DRAWING)
    try:
        answer = child.ask(job)
    finally:
        child.end()
    if not isinstance(answer, Drawings):
        cause = sentence(answer, DRAWING.limits)
        raise UnreadableInput(phrase("format.refused", path=name, cause=cause))
    if answer.refused:
        raise UnreadableInput(told_of(answer.refused))
    return tuple(folder / each for each in answer.names)
