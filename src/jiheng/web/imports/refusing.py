"""Why a file could not be read, as it stands beside the file's name."""

from jiheng.formats.apart.told import told_of
from jiheng.pipeline.apart.reading import Reading
from jiheng.rulebook.phrases import Phrase, Told, phrase


def cause_of_refusal(reading: Reading) -> Told:
    """Return why, without the file's name."""
    told = told_of(reading.refused)
    match told:
        case Phrase(key="format.refused", values=values):
            return dict(values)["cause"]
        case Phrase(key="read.no-form"):
            return phrase("imports.no-form")
        case Phrase(key="read.fault", values=values):
            return phrase("imports.fault", fault=dict(values)["fault"])
        case _:
            return told
