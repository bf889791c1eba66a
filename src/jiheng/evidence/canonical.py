"""The canonical text of a document, by which two of them are known to say the same."""

import hashlib

import msgspec
from msgspec import Struct


def sha256_of(document: Struct) -> str:
    """Return the SHA-256 of a document's canonical text: JSON with sorted keys, without blanks."""
    return hashlib.sha256(msgspec.json.encode(document, order="sorted")).hexdigest()
