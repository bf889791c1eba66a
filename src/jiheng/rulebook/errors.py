"""What can go wrong with the rulebook.

RulebookError
├── UnknownPack       no built-in pack and no file of this name
└── PackMistake       a pack file says something that cannot stand: names file and line
    └── PackCycle     packs extend one another in a ring
"""

from jiheng.rulebook.phrases import Told, phrase
from jiheng.rulebook.telling import Telling


class RulebookError(Telling):
    """A rule pack cannot be used; the message is a sentence for its author."""


class UnknownPack(RulebookError):
    """No rule pack of this name."""


class PackMistake(RulebookError):
    """A mistake in a pack file.

    Attributes:
        file: name of the file.
        line: line in it, from 1.
        sentence: what is wrong, without file and line.
        path: the value that it is about, such as ``tiers.value[1].to``.
    """

    def __init__(self, file: str, line: int, sentence: Told, path: str = "") -> None:
        super().__init__(phrase("mistake.at", file=file, line=str(line), sentence=sentence))
        self.file = file
        self.line = line
        self.sentence = sentence
        self.path = path


class PackCycle(PackMistake):
    """A pack extends itself, directly or through others."""
