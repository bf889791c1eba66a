"""The environment says how the platform is installed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jiheng.web.config import LOCAL, BadConfig, config_from, database


def config(**environment: str):
    """Return the settings of an environment that has a key."""
    return config_from({"JIHENG_SECRET_KEY": "k", **environment})


def test_what_is_not_said_is_safe():
    quiet = config()

    assert (quiet.hosts, quiet.https, quiet.session_minutes) == (LOCAL, False, 30)


def test_sqlite_lets_writers_wait_for_one_another():
    described = database(config(JIHENG_DATA="/srv/jiheng"))

    assert described["NAME"] == Path("/srv/jiheng/jiheng.sqlite3")
    assert described["CONN_MAX_AGE"] is None
    assert described["OPTIONS"] == {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;",
    }


def test_an_address_of_postgresql_is_taken_apart():
    described = database(config(DATABASE_URL="postgres://ji:p%40ss@db.local:5433/jiheng"))

    assert (described["USER"], described["PASSWORD"]) == ("ji", "p@ss")
    assert (described["HOST"], described["PORT"], described["NAME"]) == (
        "db.local",
        "5433",
        "jiheng",
    )


def test_a_socket_of_postgresql_is_found_in_the_query():
    described = database(config(DATABASE_URL="postgres://ji@/jiheng?host=/run/pg"))

    assert described["HOST"] == "/run/pg"


def test_another_database_is_refused():
    with pytest.raises(BadConfig, match="mysql"):
        database(config(DATABASE_URL="mysql://localhost/jiheng"))


def test_a_key_is_read_from_the_data_folder(tmp_path):
    (tmp_path / "secret.key").write_text("abc\n", encoding="ascii")

    assert config_from({"JIHENG_DATA": str(tmp_path)}).secret == "abc"


def test_without_a_key_nothing_starts(tmp_path):
    with pytest.raises(BadConfig, match=r"secret\.key"):
        config_from({"JIHENG_DATA": str(tmp_path)})


@pytest.mark.parametrize("name", ["JIHENG_SESSION_MINUTES", "JIHENG_LOG_DAYS"])
@pytest.mark.parametrize("count", ["0", "-5", "soon"])
def test_a_session_lasts_a_minute_and_a_log_a_day_at_least(name, count):
    with pytest.raises(BadConfig, match=name):
        config(**{name: count})


def test_hosts_are_a_list_with_commas():
    assert config(JIHENG_HOSTS="jixiao.local,10.0.0.8").hosts == ("jixiao.local", "10.0.0.8")


@pytest.mark.parametrize(
    ("said", "believed"), [("", None), ("1", ("HTTP_X_FORWARDED_PROTO", "https"))]
)
def test_a_proxy_is_believed_only_when_told(said, believed):
    asked = "import jiheng.web.settings as s; print(s.SECURE_PROXY_SSL_HEADER)"
    environment = {**os.environ, "JIHENG_SECRET_KEY": "k", "JIHENG_PROXY": said}
    result = subprocess.run(
        [sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == str(believed)
