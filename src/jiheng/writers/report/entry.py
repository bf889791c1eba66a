"""What the report is told of one form."""

from msgspec import Struct

from jiheng.model.audit import Audit
from jiheng.model.form import Form
from jiheng.model.repair import Suggestion
from jiheng.rulebook.pack import Pack


class ReportEntry(Struct, frozen=True, kw_only=True):
    """One form, what was found in it, and the rules that it was held against.

    Attributes:
        suggestions: what could be corrected in it.
    """

    form: Form
    audit: Audit
    pack: Pack
    suggestions: tuple[Suggestion, ...] = ()
