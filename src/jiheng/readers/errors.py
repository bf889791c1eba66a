"""The exceptions of the readers.

UnreadableInput    a file cannot be read; the sentence says which file and why
"""


class UnreadableInput(Exception):
    """A file that cannot be read.

    Attributes:
        sentence: one Chinese sentence for the user; it names the file and the cause.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
