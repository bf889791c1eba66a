"""As much of a browser as a clerk needs: one connection, cookies, forms and JSON, little work."""

import asyncio
import re
from html import unescape
from urllib.parse import urlencode

import msgspec
from msgspec import Struct

_TOKEN = re.compile(r'name="(?:csrfmiddlewaretoken" value|csrf-token" content)="([^"]+)"')
_AREA = re.compile(r'<textarea[^>]*\bname="([^"]+)"[^>]*>\n?(.*?)</textarea>', re.DOTALL)
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_COOKIE = re.compile(rb"\r\nset-cookie: *([^=]+)=([^;\r]*)", re.IGNORECASE)
_FORM = "application/x-www-form-urlencoded"


class Answer(Struct, frozen=True, kw_only=True):
    """What the server sent."""

    status: int
    body: bytes


class Browser:
    """Somebody's session with the server; it is connected again when the server hung up."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._cookies: dict[str, str] = {}
        self._pipe: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._token = ""

    async def log_in(self, username: str, password: str) -> Answer:
        """Log in as a person does, by the page."""
        await self.page("/log-in/")
        words = {"username": username, "password": password, "csrfmiddlewaretoken": self._token}
        return await self._ask("POST", "/log-in/", urlencode(words).encode(), _FORM)

    async def page(self, path: str) -> Answer:
        """Return a page, and remember the token that its buttons send."""
        try:
            answer = await self._ask("GET", path)
        except asyncio.IncompleteReadError as error:
            if error.partial:
                raise
            # The server had hung up on a kept connection: browsers ask again on a new one.
            answer = await self._ask("GET", path)
        token = _TOKEN.search(answer.body.decode())
        self._token = token[1] if token else self._token
        return answer

    async def save(self, number: str, changes: list[dict[str, str | None]]) -> Answer:
        """Save cells as the form's page does while one types."""
        body = msgspec.json.encode({"base": 0, "changes": changes})
        return await self._ask("POST", f"/forms/{number}/cells/", body, "application/json")

    async def close(self) -> None:
        """Hang up."""
        if self._pipe is not None:
            self._pipe[1].close()
            self._pipe = None

    async def _ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> Answer:
        if self._pipe is None:
            self._pipe = await asyncio.open_connection("127.0.0.1", self._port, limit=2**22)
        try:
            return await self._exchanged(method, path, body, kind)
        except (OSError, asyncio.IncompleteReadError):
            await self.close()
            raise

    async def _exchanged(self, method: str, path: str, body: bytes, kind: str) -> Answer:
        if self._pipe is None:
            raise ConnectionError("closed")
        reader, writer = self._pipe
        writer.write(self._head(method, path, len(body), kind) + body)
        await writer.drain()
        head = await reader.readuntil(b"\r\n\r\n")
        for name, value in _COOKIE.findall(head):
            self._cookies[name.decode()] = value.decode()
        length = _LENGTH.search(head)
        return Answer(
            status=int(head[9:12]), body=await reader.readexactly(int(length[1]) if length else 0)
        )

    def _head(self, method: str, path: str, length: int, kind: str) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self._port}"]
        if self._cookies:
            held = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
            lines.append(f"Cookie: {held}")
        if method == "POST":
            lines += [f"Content-Type: {kind}", f"Content-Length: {length}"]
            lines += [f"X-CSRFToken: {self._token}"]
        return "\r\n".join([*lines, "", ""]).encode()


def cells_of(page: bytes) -> dict[str, str]:
    """Return the open cells of a form's page with their texts."""
    return {name: unescape(text) for name, text in _AREA.findall(page.decode())}
