"""What an administrator calls on the server itself: a folder imported, the worker by hand."""

# Django can be imported only when its settings are known.
# ruff: noqa: PLC0415

import sys
from pathlib import Path

from msgspec import Struct

from jiheng.rulebook.messages import say
from jiheng.web.config import BadConfig
from jiheng.web.serving import set_up

_UNUSABLE = 2


class ImportErrand(Struct, frozen=True, kw_only=True):
    """A folder of this machine, and in whose name it is imported."""

    folder: Path
    data: Path
    by: str
    year: int | None
    step: str
    title: str
    language: str


def work_for(data: Path, language: str, *, once: bool) -> int:
    """Be the worker of a data folder, and return the exit code."""
    from jiheng.web.worker import work

    try:
        set_up(data)
        return work(data, once=once)
    except (BadConfig, OSError) as error:
        _tell(say("web.serve.unusable", language, cause=str(error)))
        return _UNUSABLE


def import_folder(errand: ImportErrand) -> int:
    """Put a folder's files into a new import for the worker, and return the exit code."""
    try:
        set_up(errand.data)
    except BadConfig as error:
        _tell(say("web.serve.unusable", errand.language, cause=str(error)))
        return _UNUSABLE
    from jiheng.web.imports.intake import BadIntake
    from jiheng.web.people.models import Person

    person = Person.objects.filter(username=errand.by, is_active=True).first()
    if person is None:
        _tell(say("imports.command-nobody", errand.language, name=errand.by))
        return _UNUSABLE
    try:
        _tell(_begun(errand, person))
    except BadIntake as error:
        _tell(say(f"imports.{error.why}", errand.language))
        return _UNUSABLE
    return 0


def _begun(errand: ImportErrand, person: object) -> str:
    from jiheng.web.chain.steps import Step
    from jiheng.web.imports.intake import STEPS, BadIntake, Wish, begin_batch, folder_files
    from jiheng.web.imports.job import start
    from jiheng.web.people.models import Person

    if not isinstance(person, Person) or errand.step not in STEPS:
        raise BadIntake("no-step")
    wish = Wish(
        person=person,
        title=errand.title or errand.folder.resolve().name,
        step=Step(errand.step),
        year=errand.year,
    )
    batch = begin_batch(wish, folder_files(errand.folder))
    start(batch)
    count = str(batch.files.count())
    return say("imports.command-begun", errand.language, number=str(batch.pk), count=count)


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
