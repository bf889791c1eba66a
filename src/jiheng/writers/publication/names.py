"""Where everything lies in a package."""

import re

from jiheng.model.publication import Card, Publication
from jiheng.rulebook.messages import SOURCE

MANIFEST = "manifest.json"
STYLE = "assets/style.css"
SCRIPT = "assets/page.js"
WORDS = "assets/search.js"
LIST = "data/list.csv"
DATA = "data/publication.json"
SCHEMA = "data/publication-1.schema.json"
_ODD = re.compile(r"[^A-Za-z0-9_-]+")


class Names:
    """The file names of a publication's cards: their numbers, as far as every system takes them."""

    def __init__(self, publication: Publication) -> None:
        taken: set[str] = set()
        self._names: dict[str, str] = {}
        for card in publication.cards:
            plain = _ODD.sub("-", card.number).strip("-") or "form"
            name, turn = plain, 1
            # Some systems take capitals for the same letters.
            while name.casefold() in taken:
                turn += 1
                name = f"{plain}-{turn}"
            taken.add(name.casefold())
            self._names[card.number] = name

    def page(self, card: Card, language: str) -> str:
        """Return the path of a card."""
        return f"{folder(language)}cards/{self._names[card.number]}.html"

    def table(self, card: Card) -> str:
        """Return the path of a card's CSV."""
        return f"data/cards/{self._names[card.number]}.csv"

    def document(self, card: Card) -> str:
        """Return the path of a card's JSON."""
        return f"data/cards/{self._names[card.number]}.json"


def folder(language: str) -> str:
    """Return the folder of a language's pages; those in Chinese stand on top."""
    return "" if language == SOURCE else f"{language}/"


def start(language: str) -> str:
    """Return the path of a language's first page."""
    return f"{folder(language)}index.html"
