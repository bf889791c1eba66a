"""What the installation says about itself, from the environment."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from msgspec import Struct

DATABASE = "jiheng.sqlite3"
SECRET = "secret.key"
LOCAL = ("127.0.0.1", "localhost", "[::1]")
LOGS = "logs"
_SQLITE_WAIT = 20
_LOG_DAYS = 190
_API_CALLS = 600


class BadConfig(ValueError):
    """A setting that cannot be used."""


class Config(Struct, frozen=True, kw_only=True):
    """One installation.

    Attributes:
        data: the folder that holds the database and the key.
        database_url: ``postgres://user:password@host:port/name``, or "" for SQLite in ``data``.
        hosts: names under which the server may be called.
        https: it is reached by HTTPS: cookies go nowhere else.
        proxy: a proxy of ours stands before it and says by which protocol it was called.
        session_minutes: so long one may be idle.
        password_days: so long a password may be used; 0 is for ever.
        logs: the folder of the server's log, or None.
        log_days: so many days of it are kept.
        public: released packages are shown to everybody, without a log-in.
        api_calls: so many calls a minute has a token; 0 closes the API.
    """

    data: Path
    secret: str
    database_url: str = ""
    hosts: tuple[str, ...] = LOCAL
    https: bool = False
    proxy: bool = False
    session_minutes: int = 30
    password_days: int = 90
    logs: Path | None = None
    log_days: int = _LOG_DAYS
    public: bool = False
    api_calls: int = _API_CALLS


def config_from(environment: Mapping[str, str]) -> Config:
    """Return the settings of an environment.

    Raises:
        BadConfig: a value is no number, or there is no key.
    """
    data = Path(environment.get("JIHENG_DATA") or "jiheng-data")
    hosts = tuple(filter(None, environment.get("JIHENG_HOSTS", "").split(",")))
    return Config(
        data=data,
        secret=environment.get("JIHENG_SECRET_KEY") or _stored(data / SECRET),
        database_url=environment.get("DATABASE_URL", ""),
        hosts=hosts or LOCAL,
        https=environment.get("JIHENG_HTTPS") == "1",
        proxy=environment.get("JIHENG_PROXY") == "1",
        session_minutes=_number(environment, "JIHENG_SESSION_MINUTES", default=30, least=1),
        password_days=_number(environment, "JIHENG_PASSWORD_DAYS", default=90, least=0),
        logs=Path(logs) if (logs := environment.get("JIHENG_LOGS")) else None,
        log_days=_number(environment, "JIHENG_LOG_DAYS", default=_LOG_DAYS, least=1),
        public=environment.get("JIHENG_PUBLIC") == "1",
        api_calls=_number(environment, "JIHENG_API_CALLS", default=_API_CALLS, least=0),
    )


def database(config: Config) -> dict[str, object]:
    """Return the database as Django wants it described.

    Raises:
        BadConfig: the address is none of PostgreSQL's.
    """
    if not config.database_url:
        return _sqlite(config.data / DATABASE)
    parts = urlsplit(config.database_url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise BadConfig(f"DATABASE_URL: {parts.scheme}:// (postgres://…)")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or dict(parse_qsl(parts.query)).get("host", ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _sqlite(path: Path) -> dict[str, object]:
    return {
        "ENGINE": "jiheng.web.turns",
        "NAME": path,
        # A thread keeps its connection: to open one costs more than most questions to it.
        "CONN_MAX_AGE": None,
        # Two writers wait for one another instead of failing half-way (measured: the defaults
        # lose saves under load).
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": _SQLITE_WAIT,
            "init_command": "PRAGMA journal_mode=WAL;",
        },
    }


def _stored(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError as error:
        raise BadConfig(f"JIHENG_SECRET_KEY, {path}") from error


def _number(environment: Mapping[str, str], name: str, *, default: int, least: int) -> int:
    text = environment.get(name) or str(default)
    if not text.isdecimal() or int(text) < least:
        raise BadConfig(f"{name}: {text}")
    return int(text)
