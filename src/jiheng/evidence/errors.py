"""The exceptions of this layer.

EvidenceError
├── BadSource         a file or database that holds a table cannot be read
├── RefusedQuery      a query asks for what it may not
└── NoAnswer          a query was run and gave no value: it failed, or used more than it may
"""

from jiheng.rulebook.telling import Telling


class EvidenceError(Telling):
    """A measure cannot be computed; the message is a sentence for its user."""


class BadSource(EvidenceError):
    """A file or database cannot be read as the table that it should hold."""


class RefusedQuery(EvidenceError):
    """A query asks for what it may not, and was not run."""


class NoAnswer(EvidenceError):
    """A query was run and gave no value."""
