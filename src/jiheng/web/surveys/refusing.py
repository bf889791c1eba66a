"""Why something was not done with a survey."""


class NotDone(Exception):
    """What cannot be done with a survey; ``why`` is the key of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
