"""Ledgers that the server may read: named by whoever runs it, in a file of the data folder.

``ledgers.toml`` holds a table ``[[ledger]]`` for each. No page says or asks where one lies.
"""

from pathlib import Path

import msgspec
from msgspec import Struct

from jiheng.evidence.copying.giving import sources_given
from jiheng.evidence.copying.source import Source
from jiheng.evidence.measures.queries import tables_of
from jiheng.model.ledger import Ledger
from jiheng.model.measure import Question
from jiheng.rulebook.decoding import fault_of
from jiheng.rulebook.ledgers import BadLedger, load_ledger
from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.telling import Telling, cause_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.measures.choosing import Choice
from jiheng.web.people.models import Organisation

FILE = "ledgers.toml"
_SCHEMES = ("postgresql://", "postgres://")


class BadSources(Telling):
    """The file cannot be used; the sentence is for whoever runs the server."""


class ServedLedger(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A ledger that the server may read.

    Attributes:
        name: as pages call it.
        system: id of a ledger that comes with Jiheng, or the whole path of a YAML file that
            documents the unit's own. Whatever documentation a measure was chosen with, this one
            says what is read and which columns point to persons.
        holder: name of the organisation whose it is; forms of its branch may be computed from it.
        sources: ``table=file``, ``table=postgresql://…#table`` or a folder, whole paths.
        years: of the forms that it is for; () for all.
    """

    name: str
    system: str
    holder: str
    sources: tuple[str, ...]
    years: tuple[int, ...] = ()


class _File(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    ledger: tuple[ServedLedger, ...] = ()


def served_ledgers(data: Path) -> tuple[ServedLedger, ...]:
    """Return the ledgers that the file of a data folder names; () where there is no file.

    Raises:
        BadSources: it cannot be read, names one twice, or a path is not a whole one.
    """
    path = data / FILE
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=_File).ledger
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise BadSources(phrase("measures.bad-file", cause=cause_of(error))) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadSources(phrase("measures.bad-file", cause=fault_of(error))) from error
    names = [each.name for each in found]
    for each in found:
        if names.count(each.name) > 1:
            raise BadSources(phrase("measures.source-twice", name=each.name))
        if not each.sources or not all(map(_is_whole, each.sources)):
            raise BadSources(phrase("measures.source-path", name=each.name))
        documentation_of(each)
    return found


def documentation_of(served: ServedLedger) -> Ledger:
    """Return what documents a ledger.

    Raises:
        BadSources: there is no such documentation, or it cannot stand.
    """
    try:
        return load_ledger(served.system)
    except BadLedger as error:
        raise BadSources(phrase("measures.bad-file", cause=error.told)) from error


def ledgers_for(data: Path, record: FormRecord, choice: Choice) -> tuple[ServedLedger, ...]:
    """Return the ledgers from which a form's measure may be computed.

    Raises:
        BadSources: as for the file.
    """
    fitting = tuple(
        each
        for each in served_ledgers(data)
        if documentation_of(each).system == choice.ledger.system
        and (not each.years or record.year in each.years)
    )
    holders = Organisation.objects.filter(name__in=[each.holder for each in fitting])
    branches: dict[str, list[str]] = {}
    for holder in holders if fitting else ():
        branches.setdefault(holder.name, []).append(holder.branch)
    own = record.organisation.branch
    return tuple(
        each for each in fitting if any(map(own.startswith, branches.get(each.holder, ())))
    )


def sources_of(served: ServedLedger, question: Question, ledger: Ledger) -> tuple[Source, ...]:
    """Return where the tables that a question reads lie.

    Raises:
        BadMeasure: the ledger has no such table.
        BadSource: a table is missing, or there twice.
    """
    return sources_given(served.sources, tables_of(question, ledger))


def paths_of(served: ServedLedger) -> tuple[Path, ...]:
    """Return the files and folders of this machine in which a ledger lies."""
    places = (
        each if Path(each).is_absolute() else each.partition("=")[2].partition("#")[0]
        for each in served.sources
    )
    return tuple(Path(place) for place in places if not place.startswith(_SCHEMES))


def _is_whole(source: str) -> bool:
    _, sign, place = source.partition("=")
    if Path(source).is_absolute():
        return True
    return bool(sign) and (place.startswith(_SCHEMES) or Path(place).is_absolute())
