"""What the report is told of one form."""

from msgspec import Struct

from jiheng.model.audit import Audit
from jiheng.model.form import Form
from jiheng.rulebook.pack import Pack


class ReportEntry(Struct, frozen=True, kw_only=True):
    """One form, what was found in it, and the rules that it was held against."""

    form: Form
    audit: Audit
    pack: Pack
