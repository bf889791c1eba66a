"""The platform's settings with its own key and folder, a database in memory, quick passwords."""

import atexit
import os
from tempfile import TemporaryDirectory

os.environ.setdefault("JIHENG_SECRET_KEY", "only-for-tests")
_data = TemporaryDirectory(prefix="jiheng-tests-")
atexit.register(_data.cleanup)
os.environ["JIHENG_DATA"] = _data.name

from jiheng.web.settings import *  # noqa: E402, F403

ALLOWED_HOSTS = ["testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
