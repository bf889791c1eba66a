"""What every page shows around its own contents."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from msgspec import Struct

from jiheng.web.language import language_of
from jiheng.web.pages.desk import Desk, desk_of
from jiheng.web.pages.menu import SEEING_FORMS, Counted, Section, menu_for
from jiheng.web.people.models import Person
from jiheng.web.people.roles import Role
from jiheng.web.sections.waiting import owed_by


class Shown(Struct, frozen=True, kw_only=True):
    """A line of the menu as it stands on a page."""

    url: str
    words: str
    count: int
    is_here: bool


class ShownSection(Struct, frozen=True, kw_only=True):
    """A part of the menu as it stands on a page."""

    words: str
    entries: tuple[Shown, ...]


class Shell(Struct, frozen=True, kw_only=True):
    """The frame for somebody who is logged in.

    Attributes:
        sees_forms: whether any of their roles has to do with forms.
    """

    desk: Desk
    menu: tuple[ShownSection, ...]
    sees_forms: bool


def shell(request: HttpRequest) -> dict[str, object]:
    """Return the language, and for somebody who is logged in the frame of their pages."""
    context: dict[str, object] = {"language": language_of(request)}
    # A request that was refused at the door has come to nobody yet.
    if isinstance(getattr(request, "user", None), Person):
        # A part of a page that is sent alone has no frame, and asks nothing for it.
        context["shell"] = SimpleLazyObject(lambda: _shell(request))
    return context


def _shell(request: HttpRequest) -> Shell:
    desk = desk_of(request)
    here = request.resolver_match.url_name if request.resolver_match else None
    counts: dict[Counted, int] = {
        "": 0,
        "own": desk.now.own,
        "judged": desk.now.judged,
        "notices": desk.now.notices,
        "rows": len(owed_by(desk.person)) if Role.SECTION in desk.roles else 0,
    }
    return Shell(
        desk=desk,
        menu=tuple(_shown(each, counts, here or "") for each in menu_for(desk.roles)),
        sees_forms=bool(desk.roles & SEEING_FORMS),
    )


def _shown(section: Section, counts: dict[Counted, int], here: str) -> ShownSection:
    return ShownSection(
        words=section.words,
        entries=tuple(
            Shown(
                url=each.url,
                words=each.words,
                count=counts[each.counted],
                is_here=here in {each.url, *each.also},
            )
            for each in section.entries
        ),
    )
