"""The server as a service manager handles it."""

from http.client import HTTPConnection

import pytest

from tests.web.test_serving import answer, free_port
from tests.web.upkeep.installation import command


@pytest.mark.slow
def test_the_server_stops_when_told_and_leaves_its_log(tmp_path):
    port = free_port()
    process = command("serve", "--port", str(port), "--data", tmp_path / "data")
    assert answer(f"http://127.0.0.1:{port}/health/") == "ok\n"
    process.terminate()
    process.communicate(timeout=60)

    assert process.returncode == 0
    (log,) = (tmp_path / "data/logs").glob("access-*.log")
    assert "GET /health/ 200 " in log.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_style_that_a_browser_has_is_not_sent_again(tmp_path):
    port = free_port()
    process = command("serve", "--port", str(port), "--data", tmp_path / "data")
    answer(f"http://127.0.0.1:{port}/health/")
    first = asked(port, {})
    again = asked(port, {"If-None-Match": first.headers["ETag"]})
    process.terminate()
    process.communicate(timeout=60)

    assert first.headers["Cache-Control"] == "max-age=60, public"
    assert (first.status, again.status) == (200, 304)


def asked(port: int, headers: dict[str, str]):
    """Return the answer to a request for the style."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/static/jiheng/site.css", headers=headers)
    answered = connection.getresponse()
    answered.read()
    connection.close()
    return answered
