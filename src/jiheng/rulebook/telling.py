"""Exceptions that tell their user a sentence, and why the system refused a file."""

import errno

from jiheng.rulebook.messages import SOURCE, template, worded
from jiheng.rulebook.phrases import Told, phrase


class Telling(Exception):
    """An exception whose message is a sentence for the user, in whatever language.

    Attributes:
        told: the sentence; ``str`` gives it in Chinese.
    """

    def __init__(self, told: Told) -> None:
        super().__init__(worded(told))
        self.told = told

    def said(self, language: str = SOURCE) -> str:
        """Return the sentence in a language."""
        return worded(self.told, language)


def cause_of(error: OSError) -> Told:
    """Return why the system refused a file; the usual causes have words of ours.

    Example:
        >>> worded(cause_of(FileNotFoundError(2, "No such file or directory")))
        '没有这个文件或文件夹'
    """
    key = f"system.{errno.errorcode.get(error.errno or 0)}"
    if template(key) is not None:
        return phrase(key)
    return error.strerror or str(error) or phrase("system.other")
