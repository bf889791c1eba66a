"""The register of policies: document ↔ project ↔ formula ↔ standard by date."""

from jiheng.rulebook.policies.register import (
    Document,
    Plausible,
    Standard,
    documents,
    plausible,
    standards,
)

__all__ = ["Document", "Plausible", "Standard", "documents", "plausible", "standards"]
