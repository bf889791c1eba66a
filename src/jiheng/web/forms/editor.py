"""The form's page as an editor: what it shows, and what it answers to a save."""

import msgspec
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from msgspec import Struct
from msgspec.structs import replace

from jiheng.rulebook.messages import say, template
from jiheng.web.chain.openness import are_rows_open
from jiheng.web.chain.steps import Action
from jiheng.web.forms.apart import NamedApart, named
from jiheng.web.forms.merging import Apart
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.forms.pen import Writing
from jiheng.web.forms.remedies import links_of
from jiheng.web.forms.rows import Moved, moves_of
from jiheng.web.forms.saving import form_of, text_at
from jiheng.web.forms.sheet import Drawn, drawn_now
from jiheng.web.forms.side import side_panel
from jiheng.web.forms.standing import standing_of
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor

_WORDS = (
    "saved",
    "saving",
    "unsaved",
    "kept",
    "offline",
    "logged-out",
    "stranger",
    "refused",
    "found",
    "restore",
    "discard",
    "conflict",
    "row-gone",
    "row-back",
    "row-leave",
    "row-away",
    "row-offline",
    "theirs",
    "mine",
    "use-theirs",
    "use-mine",
    "locked",
    "no-name",
    "too-long",
    "gone",
    "pasted",
    "not-pasted",
    "empty",
    "nothing-found",
    "log-in",
    "stay",
)
"""What the page's script says."""


class Editor(Struct, frozen=True, kw_only=True):
    """A form as one person meets it.

    Attributes:
        allowed: what they may do with it now.
        shown: cell → its text, for each cell in which they type.
        moves: what became of the form's rows until now.
        arranges: they may add and remove rows now.
        apart: what of their last save did not go in.
    """

    record: FormRecord
    drawn: Drawn
    allowed: frozenset[Action]
    side: SafeString
    shown: dict[str, str]
    moves: tuple[Moved, ...] = ()
    arranges: bool = False
    apart: tuple[NamedApart, ...] = ()

    @property
    def versions(self) -> int:
        """How many versions there are by now."""
        return FormVersion.objects.filter(record=self.record).count()

    @property
    def shown_json(self) -> str:
        """What the page shows, as the page sends it back."""
        return msgspec.json.encode(self.shown).decode()

    @property
    def moves_json(self) -> str:
        """What became of the rows, for what the page kept from an earlier version."""
        return msgspec.json.encode(self.moves).decode()

    @property
    def errors(self) -> str:
        """How many errors are left, in words; nothing where there are none."""
        told = self.drawn.view.findings
        count = sum(e.standing == "counted" and e.finding.severity == "error" for e in told)
        language = self.drawn.voice.language
        return say("editor.errors", language, count=str(count)) if count else ""

    @property
    def words_json(self) -> str:
        """The script's sentences."""
        language = self.drawn.voice.language
        words = {key: template(f"editor.{key}", language) or "" for key in _WORDS}
        return msgspec.json.encode(words).decode()


class Answer(Struct, frozen=True, kw_only=True):
    """What the page's script gets back.

    Attributes:
        version: the version that stands now.
        saved: when, as a clock shows it.
        refused: why nothing at all was saved; "" where it was.
        shown: cell → what stands in each cell in which the person types.
        moves: what became of the rows since the page was drawn.
        sheet, side, foot, errors: the page's parts, drawn anew.
    """

    version: int
    saved: str
    refused: str
    shown: dict[str, str]
    moves: tuple[Moved, ...]
    apart: tuple[NamedApart, ...]
    sheet: str
    side: str
    foot: str
    errors: str


def editor(
    request: HttpRequest, record: FormRecord, apart: tuple[Apart, ...] = (), *, keeps: bool = False
) -> Editor:
    """Return a form for its page.

    Args:
        request: who asks, and in which language.
        record: the form as it is now.
        apart: what of a save did not go in.
        keeps: show what did not go in in its cells, for a page without script.
    """
    person, language, form = visitor(request), language_of(request), form_of(record)
    standing = standing_of(person, record)
    typed = {each.path: each.mine or "" for each in apart} if keeps else {}
    writing = Writing(open_now=standing.open_now, typed=typed)
    page = drawn_now(record, language, writing, links_of(record))
    page = replace(page, standing=standing)
    return Editor(
        record=record,
        drawn=page,
        allowed=standing.allowed,
        side=side_panel(record, page, person, language),
        shown={path: text_at(form, path) or "" for path in sorted(page.places)},
        moves=moves_of(record) if standing.open_now else (),
        arranges=Action.FILL in standing.allowed and are_rows_open(record),
        apart=named(record, page, apart),
    )


def answer(editor: Editor, refused: str = "", since: int | None = None) -> Answer:
    """Return what the script is told after a save; its page was drawn from version ``since``."""
    return Answer(
        version=editor.record.version,
        saved=f"{timezone.localtime():%H:%M:%S}",
        refused=refused,
        shown=editor.shown,
        moves=tuple(each for each in editor.moves if since is not None and each.number > since),
        apart=editor.apart,
        # Sliced into plain text, which the encoder knows.
        sheet=editor.drawn.sheet[:],
        side=editor.side[:],
        foot=editor.drawn.foot[:],
        errors=editor.errors,
    )
