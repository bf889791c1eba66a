"""Forms that somebody hands over: as documents of ``jiheng read``, or as any file it can read."""

from pathlib import Path

import msgspec

from jiheng.formats import limits
from jiheng.model.form import Form
from jiheng.pipeline.naming import called
from jiheng.pipeline.reading import ReadForm, read_file, with_pack
from jiheng.readers.errors import UnreadableInput
from jiheng.rulebook.loading import PACK_IDS
from jiheng.rulebook.messages import say

_DOCUMENT = msgspec.json.Decoder(Form)


def given_forms(path: Path, language: str = "zh", name: str = "") -> tuple[ReadForm, ...]:
    """Return the forms of a file, each with the rules it falls under.

    Args:
        path: the file.
        language: of the messages.
        name: what it is called; its path where nothing is said.

    Raises:
        UnreadableInput: it cannot be read, holds no form, or its JSON is no document of a form.
    """
    data = _json(path)
    if data is None:
        return read_file(path, language=language, name=name)
    try:
        forms = _decoded(data)
    except msgspec.MsgspecError as error:
        values = {"path": name or called(path), "cause": called(str(error))}
        raise UnreadableInput(say("read.no-document", language, **values)) from error
    return tuple(_read(form, language) for form in forms)


def _json(path: Path) -> bytes | None:
    """Return a file's bytes where they begin as JSON does."""
    try:
        with path.open("rb") as file:
            if not file.read(1 << 12).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
                return None
        # A larger one is left to the readers, which say what the limit is.
        return path.read_bytes() if path.stat().st_size <= limits.MAX_FILE_BYTES else None
    except OSError:
        return None


def _decoded(data: bytes) -> tuple[Form, ...]:
    """Return the document, or the documents line by line."""
    text = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return (_DOCUMENT.decode(text),)
    except msgspec.DecodeError:
        return tuple(_DOCUMENT.decode(line) for line in text.splitlines() if line.strip())


def _read(form: Form, language: str) -> ReadForm:
    # Only a pack of ours: the document may come from anywhere, and a pack's name may be a path.
    return with_pack(form, form.pack if form.pack in PACK_IDS else None, language)
