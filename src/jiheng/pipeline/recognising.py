"""The forms in a file that was opened."""

from jiheng.model.document import Document
from jiheng.model.form import Form
from jiheng.readers.errors import UnreadableInput
from jiheng.readers.recognise import recognise
from jiheng.rulebook.phrases import phrase


def forms_in(document: Document) -> tuple[Form, ...]:
    """Return the forms of a document.

    Raises:
        UnreadableInput: it holds none.
    """
    forms = recognise(document)
    if not forms:
        raise UnreadableInput(phrase("read.no-form", path=document.path))
    return forms
