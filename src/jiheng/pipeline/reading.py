"""One file read into forms, each with the rule pack it will be scored by."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.form import Form
from jiheng.pipeline.naming import called
from jiheng.pipeline.timing import Timings
from jiheng.readers.errors import UnreadableInput
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.choosing import choose_pack
from jiheng.rulebook.loading import load_pack
from jiheng.rulebook.messages import say
from jiheng.rulebook.pack import Pack


class ReadForm(Struct, frozen=True, kw_only=True):
    """A form and the rules it falls under.

    Attributes:
        certain: the rules were named, by the form or by the caller, and not only supposed.
    """

    form: Form
    pack: Pack
    why: str
    certain: bool


def read_file(
    path: Path,
    pack_id: str | None = None,
    timings: Timings | None = None,
    language: str = "zh",
) -> tuple[ReadForm, ...]:
    """Return the forms of a file.

    Args:
        path: the file.
        pack_id: a rule pack to use for all forms; None chooses one for each.
        timings: where to add the time of the stages.
        language: of the messages.

    Raises:
        UnreadableInput: it cannot be read, or holds no form.
    """
    clock = timings or Timings()
    with clock.stage("open"):
        document = open_document(path, name=called(path))
    with clock.stage("recognise"):
        forms = recognise(document)
    if not forms:
        raise UnreadableInput(say("read.no-form", language, path=called(path)))
    with clock.stage("choose"):
        return tuple(with_pack(form, pack_id, language) for form in forms)


def with_pack(form: Form, pack_id: str | None = None, language: str = "zh") -> ReadForm:
    """Return the form with the pack of this id, or with the one that fits it."""
    if pack_id is not None:
        pack, why = load_pack(pack_id), say("choice.given", language, pack=pack_id)
        certain = True
    else:
        choice = choose_pack(form, language)
        pack, why, certain = choice.pack, choice.why, choice.certain
    return ReadForm(form=replace(form, pack=pack.id), pack=pack, why=why, certain=certain)
