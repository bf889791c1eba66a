"""A program that calls the API for somebody."""

import json

from django.test import Client

from jiheng.web.api.models import Scope
from jiheng.web.api.tokens import Wish, make
from jiheng.web.people.models import Person

ROOT = "/api/v1"


class Program:
    """Calls with one token."""

    def __init__(self, token: str, **head: str) -> None:
        self.client = Client(headers={"Authorization": f"Bearer {token}", **head})

    def get(self, path: str, **asked):
        """Return what is answered to a question."""
        return self.client.get(ROOT + path, asked)

    def post(self, path: str, body: object = None, method: str = "post"):
        """Return what is answered to a body in JSON."""
        send = getattr(self.client, method)
        return send(ROOT + path, json.dumps(body), content_type="application/json")

    def hand(self, path: str, **parts):
        """Return what is answered to files and fields."""
        return self.client.post(ROOT + path, parts)


def token_of(person: Person, scope: Scope = Scope.WRITE, days: int = 90) -> str:
    """Return a new token's text."""
    return make(Wish(person=person, name="预算系统", scope=scope, days=days)).text


def program_of(person: Person, scope: Scope = Scope.WRITE, **head: str) -> Program:
    """Return somebody's program."""
    return Program(token_of(person, scope), **head)
