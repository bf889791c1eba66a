"""The exception of this layer.

FormatError    a file breaks a limit or the rules of its format
"""


class FormatError(Exception):
    """A file that cannot be read.

    Attributes:
        cause: what is wrong, as a Chinese clause without the file's name.
    """

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause
