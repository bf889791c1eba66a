"""Files that are handed in with a value: few, not large, of the kinds that offices use."""

from collections.abc import Sequence
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile

from jiheng.web.files.models import StoredFile
from jiheng.web.files.storing import store
from jiheng.web.people.models import Person

MOST_FILES = 5
MOST_BYTES = 20 * 2**20
KINDS = (
    *(".pdf", ".ofd", ".png", ".jpg", ".jpeg"),
    *(".docx", ".doc", ".wps", ".xlsx", ".xls", ".et", ".csv", ".txt", ".json", ".zip"),
)


class BadProof(Exception):
    """A file that is not taken; ``why`` is the key of a sentence, ``name`` the file's."""

    def __init__(self, why: str, name: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.name = name


def stored_proofs(sent: Sequence[UploadedFile], person: Person) -> tuple[StoredFile, ...]:
    """Return the files as they are kept, all of them or none.

    Raises:
        BadProof: one is too large or of another kind, or there are too many.
    """
    if len(sent) > MOST_FILES:
        raise BadProof("refused.files")
    for each in sent:
        name = each.name or ""
        if (each.size or 0) > MOST_BYTES:
            raise BadProof("refused.large", name)
        if PurePath(name).suffix.lower() not in KINDS:
            raise BadProof("refused.kind", name)
    return tuple(store(each.chunks(), each.name or "", person) for each in sent)
