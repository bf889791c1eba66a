"""The register of policies: document ↔ project ↔ formula ↔ standard by date."""

from jiheng.rulebook.policies.formulas import Formula, Term, formulas
from jiheng.rulebook.policies.register import (
    Document,
    Plausible,
    Standard,
    documents,
    plausible,
    standards,
)

__all__ = [
    "Document",
    "Formula",
    "Plausible",
    "Standard",
    "Term",
    "documents",
    "formulas",
    "plausible",
    "standards",
]
