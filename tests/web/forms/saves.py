"""What a page sends when somebody writes in it."""

from django.test import Client

from jiheng.web.forms.models import FormRecord


def save(client: Client, record: FormRecord, *cells: tuple[str, str, str]):
    """Return the answer to a save by the page's script: path, what was seen, what was typed."""
    changes = [{"path": path, "old": old, "new": new} for path, old, new in cells]
    return client.post(
        f"/forms/{record.number}/cells/",
        {"base": record.version, "changes": changes},
        content_type="application/json",
    )


def arrange(client: Client, record: FormRecord, doing: str, **said: object):
    """Return the answer to what the page's script asks to be done with a row."""
    return client.post(
        f"/forms/{record.number}/arrange/",
        {"doing": doing, "version": record.version, **said},
        content_type="application/json",
    )
