"""What the report is told of one form."""

from msgspec import Struct

from jiheng.model.audit import Audit
from jiheng.model.form import Form
from jiheng.model.repair import Suggestion
from jiheng.rulebook.pack import Pack
from jiheng.writers.report.cutting import Cutting


class ReportEntry(Struct, frozen=True, kw_only=True):
    """One form, what was found in it, and the rules that it was held against.

    Attributes:
        suggestions: what could be corrected in it.
        cuttings: path of a cell → the piece of the user's page that shows it.
    """

    form: Form
    audit: Audit
    pack: Pack
    suggestions: tuple[Suggestion, ...] = ()
    cuttings: dict[str, Cutting] = {}
