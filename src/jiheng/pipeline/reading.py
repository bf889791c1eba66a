"""One file read into forms, each with the rule pack it will be scored by."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.document import Document
from jiheng.model.form import Form
from jiheng.pipeline.answers import Answer, answered, unfit
from jiheng.pipeline.naming import called
from jiheng.pipeline.timing import Timings
from jiheng.readers.errors import UnreadableInput
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.choosing import choose_pack
from jiheng.rulebook.loading import load_pack
from jiheng.rulebook.messages import say
from jiheng.rulebook.pack import Pack
from jiheng.rulebook.phrases import phrase


class ReadForm(Struct, frozen=True, kw_only=True):
    """A form and the rules it falls under.

    Attributes:
        certain: the rules were named, by the form or by the caller, and not only supposed.
        unfit: the answers that cannot stand in their fields, a sentence each.
    """

    form: Form
    pack: Pack
    why: str
    certain: bool
    unfit: tuple[str, ...] = ()


def read_file(
    path: Path,
    pack_id: str | None = None,
    timings: Timings | None = None,
    language: str = "zh",
    answers: tuple[Answer, ...] = (),
) -> tuple[ReadForm, ...]:
    """Return the forms of a file.

    Args:
        path: the file.
        pack_id: a rule pack to use for all forms; None chooses one for each.
        timings: where to add the time of the stages.
        language: of the messages.
        answers: what somebody says stands in fields that were in doubt.

    Raises:
        UnreadableInput: it cannot be read, or holds no form.
    """
    clock = timings or Timings()
    with clock.stage("open"):
        document = open_document(path, name=called(path))
    return forms_of(document, pack_id, clock, language, answers)


def forms_of(
    document: Document,
    pack_id: str | None = None,
    timings: Timings | None = None,
    language: str = "zh",
    answers: tuple[Answer, ...] = (),
) -> tuple[ReadForm, ...]:
    """Return the forms of a file that was opened; the rest is as in ``read_file``.

    Raises:
        UnreadableInput: it holds no form.
    """
    clock = timings or Timings()
    with clock.stage("recognise"):
        forms = recognise(document)
    if not forms:
        raise UnreadableInput(phrase("read.no-form", path=document.path))
    with clock.stage("choose"):
        return tuple(_taken(form, pack_id, answers, language) for form in forms)


def _taken(form: Form, pack_id: str | None, answers: tuple[Answer, ...], language: str) -> ReadForm:
    """Return a form with the answers in it; they may say by which rules it is scored."""
    refused = tuple(unfit(form, answers, language))
    return replace(with_pack(answered(form, answers), pack_id, language), unfit=refused)


def with_pack(form: Form, pack_id: str | None = None, language: str = "zh") -> ReadForm:
    """Return the form with the pack of this id, or with the one that fits it."""
    if pack_id is not None:
        pack, why = load_pack(pack_id), say("choice.given", language, pack=pack_id)
        certain = True
    else:
        choice = choose_pack(form, language)
        pack, why, certain = choice.pack, choice.why, choice.certain
    return ReadForm(form=replace(form, pack=pack.id), pack=pack, why=why, certain=certain)
