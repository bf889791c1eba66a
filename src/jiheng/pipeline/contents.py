"""What a file says, whatever bytes say it."""

from hashlib import sha256

import msgspec
from msgspec.structs import replace

from jiheng.model.form import Form, Source


def content_digest(forms: tuple[Form, ...]) -> str:
    """Return a hash of the forms of a file: the same for a copy in another encoding.

    A copy in another format is another file: a unit may publish in one what it filed in the other.
    """
    return sha256(msgspec.json.encode([_bare(form) for form in forms])).hexdigest()


def _bare(form: Form) -> Form:
    """Return a form without its name, its places and what only they tell apart."""
    source = Source(path="", format=form.source.format, part="", index=0, sha256="")
    return replace(form, id="", source=source, cells={})
