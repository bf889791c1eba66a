"""One file read into forms, each with the rule pack it will be scored by."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.form import Form
from jiheng.pipeline.answers import Answer, answered, unfit
from jiheng.pipeline.apart.reading import job_for
from jiheng.pipeline.naming import called
from jiheng.pipeline.opening import read_once
from jiheng.rulebook.choosing import choose_pack
from jiheng.rulebook.loading import load_pack
from jiheng.rulebook.messages import say
from jiheng.rulebook.pack import Pack


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
    language: str = "zh",
    answers: tuple[Answer, ...] = (),
    name: str = "",
) -> tuple[ReadForm, ...]:
    """Return the forms of a file.

    Args:
        path: the file.
        pack_id: a rule pack to use for all forms; None chooses one for each.
        language: of the messages.
        answers: what somebody says stands in fields that were in doubt.
        name: what it is called; its path where nothing is said.

    Raises:
        UnreadableInput: it cannot be read, or holds no form.
    """
    reading = read_once(job_for(path, name or called(path)))
    return with_rules(reading.forms, pack_id, language, answers)


def with_rules(
    forms: tuple[Form, ...],
    pack_id: str | None = None,
    language: str = "zh",
    answers: tuple[Answer, ...] = (),
) -> tuple[ReadForm, ...]:
    """Return forms that were read, with answers in them; the rest is as in ``read_file``."""
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
