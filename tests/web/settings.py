"""The platform's settings with a key of its own, a database in memory and quick passwords."""

import os

os.environ.setdefault("JIHENG_SECRET_KEY", "only-for-tests")

from jiheng.web.settings import *  # noqa: F403

ALLOWED_HOSTS = ["testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
