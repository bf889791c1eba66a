"""Answers in the conversations of a sheet: newer Excel shows those and hides the note below."""

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from jiheng.writers.annotated.note import AUTHOR, Note, Place, text_of
from jiheng.writers.inplace.names import inside, main_uri, xml_text
from jiheng.writers.inplace.office_file import OfficeFile
from jiheng.writers.inplace.spreadsheet import cell_name


def answer_threads(
    file: OfficeFile, sheet: str, told: dict[Place, tuple[Note, ...]], when: datetime
) -> None:
    """Add the notes of cells that have a conversation to it; other cells are left alone."""
    pointed = file.pointed(sheet, "threadedComment")
    if pointed is None:
        return
    threads = file.revise(pointed.target)
    first = {
        str(each.get("ref")): str(each.get("id"))
        for each in threads.root
        if not each.get("parentId")
    }
    answers = {place: notes for place, notes in told.items() if cell_name(place) in first}
    person = _person(file) if answers else None
    if person is None:
        return
    prefix, _ = inside(threads.root, main_uri(threads.root))
    for place, notes in answers.items():
        name = cell_name(place)
        text = text_of(notes)
        threads.append(
            threads.root,
            f'<{prefix}threadedComment ref="{name}" dT="{when:%Y-%m-%dT%H:%M:%S}.00" '
            f'personId="{person}" id="{_id(sheet, name, text)}" parentId="{first[name]}">'
            f"<{prefix}text>{xml_text(text)}</{prefix}text></{prefix}threadedComment>",
        )
    file.put(pointed.target, threads.render())


def _person(file: OfficeFile) -> str | None:
    """Return our id among the people of a workbook, where we are written down if need be."""
    pointed = file.pointed(file.main.name, "person")
    if pointed is None:
        return None
    people = file.revise(pointed.target)
    for each in people.root:
        if each.get("displayName") == AUTHOR:
            return each.get("id")
    prefix, _ = inside(people.root, main_uri(people.root))
    id_ = _id(AUTHOR)
    about = f'displayName="{AUTHOR}" id="{id_}" userId="{AUTHOR}" providerId="None"'
    people.append(people.root, f"<{prefix}person {about}/>")
    file.put(pointed.target, people.render())
    return id_


def _id(*words: str) -> str:
    """Return an id that is the same for the same words."""
    return f"{{{uuid5(NAMESPACE_URL, ' '.join(words))}}}".upper()
