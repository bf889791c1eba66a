"""Masks names and numbers in a form: everywhere by default, released place by place."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.form import Form
from jiheng.model.paths import value_at
from jiheng.pipeline.publication.folding import folded
from jiheng.pipeline.publication.needles import Needles
from jiheng.pipeline.publication.personal import Kind, Mark, is_name, marks_in

MASK = "×××"
CONTACT = "contact"
Part = TypeVar("Part", bound=Struct)
_PIECES = re.compile(r"[\u4e00-\u9fff]{2,}|[\da-z@]{6,}")
_WORDS = re.compile(r"联系人|联系|经办人|负责人|填报人|电话|手机|座机|办公室|号码?")
_AROUND = 6
"""So many characters on each side of what was released tell the place again in a file."""


class Place(Struct, frozen=True, kw_only=True):
    """A piece of a form's text that is proposed for masking; the three fields name it for good."""

    path: str
    start: int
    text: str


class Search(Struct, frozen=True, kw_only=True):
    """What is looked for in a form besides what looks like somebody's name or number.

    Attributes:
        names: known names and numbers.
        added: those that whoever reviewed the form named by hand.
        released: places that they found to be no secret.
    """

    names: Needles
    added: Needles
    released: frozenset[Place] = frozenset()


class Proposal(Struct, frozen=True, kw_only=True):
    """A place with what it is and what stands around it."""

    place: Place
    kind: Kind
    before: str
    after: str
    is_released: bool


class Masked(Struct, frozen=True, kw_only=True):
    """A form in which what was not released is masked.

    Attributes:
        hidden: what was masked, as it stood there.
        contexts: what stands around the places that were released.
        count: of the masked places.
    """

    form: Form
    hidden: tuple[str, ...]
    contexts: tuple[str, ...]
    count: int


def published_paths(form: Form) -> tuple[str, ...]:
    """Return the fields whose text a card shows; no other text is published."""
    goals = tuple(f"goals[{at}]" for at in range(len(form.goals))) or ("goal",)
    return (
        CONTACT,
        *(f"project.{name}" for name in _PROJECT),
        *(f"{goal}.{name}" for goal in goals for name in _GOAL),
        *(f"indicators[{at}].{name}" for at in range(len(form.indicators)) for name in _ROW),
    )


_PROJECT = ("name", "department", "implementing_unit")
_GOAL = ("expected", "actual")
_ROW = ("level1", "level2", "name", "target", "adjusted_target", "actual", "reason")


class _Text(Struct, frozen=True, kw_only=True):
    """A text of a form with what is proposed in it, and whether each of it was released."""

    path: str
    text: str
    marks: tuple[Mark, ...]
    shown: tuple[bool, ...]


def proposals(form: Form, search: Search) -> Iterator[Proposal]:
    """Yield every place of a form that is proposed for masking, in the order of the form."""
    for each in _texts(form, search):
        for mark, is_shown in zip(each.marks, each.shown, strict=True):
            yield Proposal(
                place=Place(path=each.path, start=mark.start, text=mark.text),
                kind=mark.kind,
                before=each.text[max(0, mark.start - _AROUND * 2) : mark.start],
                after=each.text[mark.end : mark.end + _AROUND * 2],
                is_released=is_shown,
            )


def parts_of(text: str) -> tuple[str, ...]:
    """Return the names and numbers of a piece of text that is hidden as a whole.

    Example:
        >>> parts_of("李芳 0855-1234567"), parts_of("联系人：王建国，电话 １３８００００００００")
        (('李芳', '08551234567'), ('王建国', '13800000000'))
    """
    plain = _WORDS.sub("\n", folded(text))
    return tuple(piece for piece in _PIECES.findall(plain) if is_name(piece))


def masked(form: Form, search: Search) -> Masked:
    """Return the form with everything masked that is proposed and was not released."""
    found = tuple(each for each in _texts(form, search) if each.marks)
    texts = {each.path: _with_masks(each) for each in found}
    gone = [
        mark.text
        for each in found
        for mark, is_shown in zip(each.marks, each.shown, strict=True)
        if not is_shown
    ]
    return Masked(
        form=_with_texts(form, texts),
        hidden=tuple(dict.fromkeys(part for text in gone for part in parts_of(text))),
        contexts=tuple(part for each in found for part in _contexts(texts[each.path], each)),
        count=len(gone),
    )


def masked_text(text: str, search: Search) -> str:
    """Return a text that was made from a form, with every name and number in it masked.

    Example:
        >>> known = Search(names=Needles(("王建国",)), added=Needles(()))
        >>> masked_text("经办：王 建国（１３８００００００００）", known)
        '经办：×××（×××）'
    """
    marks = marks_in(text, search.names, search.added)
    return _with_masks(_Text(path="", text=text, marks=marks, shown=(False,) * len(marks)))


def _texts(form: Form, search: Search) -> Iterator[_Text]:
    for path in published_paths(form):
        text = value_at(form, path)
        if isinstance(text, str) and text:
            marks = _marks(path, text, search)
            shown = (Place(path=path, start=each.start, text=each.text) for each in marks)
            yield _Text(
                path=path,
                text=text,
                marks=marks,
                shown=tuple(place in search.released for place in shown),
            )


def _marks(path: str, text: str, search: Search) -> tuple[Mark, ...]:
    if path == CONTACT:
        return (Mark(start=0, end=len(text), text=text, kind="contact"),)
    return marks_in(text, search.names, search.added)


def _with_masks(found: _Text) -> str:
    text = found.text
    for mark, is_shown in reversed(tuple(zip(found.marks, found.shown, strict=True))):
        if not is_shown:
            text = f"{text[: mark.start]}{MASK}{text[mark.end :]}"
    return text


def _contexts(masked_text: str, found: _Text) -> Iterator[str]:
    """What stands around each released place of a text that is masked already."""
    moved = 0
    for mark, is_shown in zip(found.marks, found.shown, strict=True):
        if is_shown:
            start, end = mark.start + moved, mark.end + moved
            yield masked_text[max(0, start - _AROUND) : end + _AROUND]
        else:
            moved += len(MASK) - (mark.end - mark.start)


def _with_texts(form: Form, texts: Mapping[str, str]) -> Form:
    """Return the form with other texts at some paths; all at once, which is sooner done."""

    def put(owner: Part, at: str, names: tuple[str, ...]) -> Part:
        new = {name: texts[f"{at}{name}"] for name in names if f"{at}{name}" in texts}
        return replace(owner, **new)

    return replace(
        put(form, "", (CONTACT,)),
        project=put(form.project, "project.", _PROJECT),
        goal=put(form.goal, "goal.", _GOAL),
        goals=tuple(put(each, f"goals[{at}].", _GOAL) for at, each in enumerate(form.goals)),
        indicators=tuple(
            put(each, f"indicators[{at}].", _ROW) for at, each in enumerate(form.indicators)
        ),
    )
