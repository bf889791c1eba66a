"""The platform's settings with its own key and folder, and quick passwords."""

import atexit
import os
from tempfile import TemporaryDirectory

os.environ.setdefault("JIHENG_SECRET_KEY", "only-for-tests")
_data = TemporaryDirectory(prefix="jiheng-tests-")
atexit.register(_data.cleanup)
os.environ["JIHENG_DATA"] = _data.name

from jiheng.web.settings import *  # noqa: E402, F403
from jiheng.web.settings import CONFIG, DATABASES  # noqa: E402

ALLOWED_HOSTS = ["testserver"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
if not CONFIG.database_url:
    # A file, so that a server of its own process can serve what a test has put in; a test's
    # data need not outlive the machine.
    name = DATABASES["default"]["NAME"]
    options = {"init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"}
    DATABASES["default"]["TEST"] = {"NAME": name}
    DATABASES["default"]["OPTIONS"] = {**DATABASES["default"]["OPTIONS"], **options}
