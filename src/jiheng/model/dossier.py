"""The chain of a sealed dossier: wire document ``jiheng.dossier/1``.

``chain.jsonl`` is the last part of the dossier. Its first line is the head, then one line an entry,
in the order of the parts. Each entry holds the digests of its part and those of the line before
it, without its line end. The seal is the digests of the last line.
"""

from typing import Literal

from msgspec import Struct

CHAIN = "chain.jsonl"
"""The name of the part that holds the chain."""

EntryKind = Literal["source", "form", "rules", "audit", "evidence", "measured", "review", "history"]
"""What a part is: the file that was handed in, the form as it was read, a rule pack's file, what
was found, a document that proves something, a value measured in ledgers, a review, what happened to
the form."""


class Digests(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The digests of the same bytes, each as 64 hexadecimal signs.

    Attributes:
        sm3: by GB/T 32905-2016.
    """

    sha256: str
    sm3: str


class DossierHead(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.dossier/1",
):
    """What is sealed, and by what.

    Attributes:
        program: version of the program that sealed it.
        form: id of the form.
        sealed_at: time with its offset from UTC, by the clock of the machine.
        sealed_by: who, as was said; None where nothing was.
        entries: how many lines follow.
    """

    program: str
    form: str
    project: str | None
    year: int | None
    pack: str
    sealed_at: str
    sealed_by: str | None
    entries: int


class DossierEntry(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.dossier-entry/1",
):
    """One part of the dossier.

    Attributes:
        number: counted from 1.
        size: bytes.
        previous: the digests of the line before.
    """

    number: int
    kind: EntryKind
    path: str
    size: int
    content: Digests
    previous: Digests
