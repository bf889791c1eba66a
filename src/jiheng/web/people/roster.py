"""A list of organisations and people, as YAML or as a worksheet."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from jiheng.model.document import Grid
from jiheng.readers.errors import UnreadableInput
from jiheng.readers.opening import open_document
from jiheng.rulebook.messages import LANGUAGES, SOURCE, say
from jiheng.web.people.roles import OrganisationKind, Role

COLUMNS = ("organisation", "kind", "above", "username", "name", "role")
"""Of the worksheet, by the keys of their headings."""
_ZIP = b"PK"


class BadPeople(ValueError):
    """A list that cannot be followed; nothing of it was kept.

    Attributes:
        why: key of a sentence.
        about: what in the list it is about.
    """

    def __init__(self, about: str, why: str = "admin.bad.list") -> None:
        super().__init__(about)
        self.why = why
        self.about = about


class NamedOrganisation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An organisation, below another one that the file or the database names."""

    name: str
    kind: OrganisationKind
    above: str | None = None
    route: str = ""


class NamedPost(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A role at an organisation."""

    role: Role
    at: str


class NamedPerson(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody with all their roles.

    Attributes:
        home: where they work; without it the place of the first role.
    """

    username: str
    name: str
    posts: tuple[NamedPost, ...] = ()
    home: str | None = None


class Roster(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file: those above stand before those below."""

    organisations: tuple[NamedOrganisation, ...] = ()
    people: tuple[NamedPerson, ...] = ()


def read_roster(data: bytes) -> Roster:
    """Return what a file names; what kind it is says its content.

    Raises:
        BadPeople: it is no such list.
    """
    try:
        if data.startswith(_ZIP):
            return _from_grids(open_document(Path(), data, name="xlsx").grids)
        return msgspec.yaml.decode(data, type=Roster)
    except UnreadableInput as error:
        raise BadPeople(str(error)) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise BadPeople(str(error)) from error


def _from_grids(grids: tuple[Grid, ...]) -> Roster:
    rows = [row for grid in grids for row in _rows(grid)]
    organisations = {
        row["organisation"]: NamedOrganisation(
            name=row["organisation"],
            kind=OrganisationKind(_key(row["kind"], "admin.kind", tuple(OrganisationKind))),
            above=row["above"] or None,
        )
        for row in rows
        if row["kind"]
    }
    people: dict[str, NamedPerson] = {}
    for row in filter(lambda row: row["username"], rows):
        before = people.get(row["username"])
        posts = (*(before.posts if before else ()), *_posts(row))
        people[row["username"]] = NamedPerson(
            username=row["username"], name=row["name"], posts=posts, home=row["organisation"]
        )
    return Roster(organisations=tuple(organisations.values()), people=tuple(people.values()))


def _posts(row: Mapping[str, str]) -> tuple[NamedPost, ...]:
    if not row["role"]:
        return ()
    role = Role(_key(row["role"], "web.role", tuple(Role)))
    return (NamedPost(role=role, at=row["organisation"]),)


def _rows(grid: Grid) -> Iterator[dict[str, str]]:
    """Yield the lines below the headings, by the keys of the columns."""
    lines: dict[int, dict[int, str]] = {}
    for cell in grid.cells:
        lines.setdefault(cell.row, {})[cell.column] = " ".join(cell.text.split())
    places: dict[str, int] = {}
    for _, line in sorted(lines.items()):
        if places:
            row = {key: line.get(places.get(key, -1), "") for key in COLUMNS}
            if any(row.values()):
                yield row
        else:
            places = {key: at for key in COLUMNS for at, text in line.items() if _is(key, text)}
            places = places if "organisation" in places else {}


def _is(key: str, text: str) -> bool:
    return text in {say(f"admin.roster.{key}", each) for each in (SOURCE, *LANGUAGES)}


def _key(text: str, group: str, names: tuple[str, ...]) -> str:
    """Return the name of a role or kind that somebody wrote in their language."""
    for name in names:
        if text in {name, *(say(f"{group}.{name}", each) for each in (SOURCE, *LANGUAGES))}:
            return name
    raise BadPeople(text, "admin.bad.word")
