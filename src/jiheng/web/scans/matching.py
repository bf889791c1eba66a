"""Which version of which form a check code was printed on."""

import re
from collections.abc import Iterable

import msgspec
from msgspec import Struct

from jiheng.model.check_code import LABEL, check_code
from jiheng.model.form import Form
from jiheng.web.access.decide import Ruling
from jiheng.web.access.situations import known, posts_of, within_reach
from jiheng.web.forms.drawn import with_texts
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.people.models import Person
from jiheng.web.scans.permission import decide_scan
from jiheng.web.scans.seen import Seen, SeenPage

_CODE = "[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}"
_BARE = re.compile(_CODE)
_WRITTEN = re.compile(rf"{LABEL}[:：\s]*({_CODE})")


class Paper(Struct, frozen=True, kw_only=True):
    """The pages of a scan that carry one check code.

    Attributes:
        text: of the text layer of these pages and of those that follow without a code.
    """

    code: str
    pages: tuple[int, ...]
    text: str


class Match(Struct, frozen=True, kw_only=True):
    """A form and the version of it that a code belongs to."""

    record: FormRecord
    version: FormVersion
    form: Form


def papers_in(seen: Seen, typed: str = "") -> tuple[Paper, ...]:
    """Return the papers of a scan: by QR symbol, by the written code, or as somebody typed it."""
    found: dict[str, list[SeenPage]] = {}
    code = ""
    for page in seen.pages:
        # A page without a code belongs to the form that began before it.
        code = _code_of(page) or code
        if code:
            found.setdefault(code, []).append(page)
    if not found and _BARE.fullmatch(typed):
        found[typed] = list(seen.pages)
    return tuple(
        Paper(
            code=each,
            pages=tuple(page.number for page in pages),
            text="\n".join(page.text for page in pages if page.text),
        )
        for each, pages in found.items()
    )


def matches(person: Person, codes: Iterable[str]) -> dict[str, Match]:
    """Return for each code its form among those whose scans this person may bring."""
    wanted, posts = set(codes), posts_of(person)
    records = {
        record.pk: record
        for record, situation in known(within_reach(posts), person)
        if decide_scan(posts, situation) is Ruling.ALLOWED
    }
    found: dict[str, Match] = {}
    versions = FormVersion.objects.filter(record__in=list(records)).order_by("-id")
    for version in versions.select_related("record") if wanted else ():
        form = form_in(version)
        code = check_code(form)
        if code in wanted:
            record = records[version.record.pk]
            # Of versions that say the same the newest one counts.
            found.setdefault(code, Match(record=record, version=version, form=form))
            if len(found) == len(wanted):
                break
    return found


def form_in(version: FormVersion) -> Form:
    """Return the form as a version holds it, with a place for all that is printed."""
    return with_texts(msgspec.json.decode(version.document, type=Form))


def tidy_code(typed: str) -> str:
    """Return a code as it is printed, from what somebody typed.

    Example:
        >>> tidy_code(" 7q2m 0xkd 91ta "), tidy_code("7Q2M-OXKD-9lTA")
        ('7Q2M-0XKD-91TA', '7Q2M-0XKD-91TA')
    """
    plain = re.sub(r"[\s－-]", "", typed).upper().replace("O", "0")
    plain = plain.replace("I", "1").replace("L", "1")
    return "-".join(plain[at : at + 4] for at in range(0, len(plain), 4))


def _code_of(page: SeenPage) -> str:
    by_symbol = next((code for code in page.codes if _BARE.fullmatch(code)), "")
    written = _WRITTEN.search(page.text)
    return by_symbol or (written[1] if written else "")
