"""Django's settings, made from the environment; what is not said is safe."""

import os
from datetime import timedelta

from jiheng.web.config import config_from, database
from jiheng.web.logs import logging_into

CONFIG = config_from(os.environ)

SECRET_KEY = CONFIG.secret
DEBUG = False
ALLOWED_HOSTS = list(CONFIG.hosts)
ROOT_URLCONF = "jiheng.web.urls"
WSGI_APPLICATION = "jiheng.web.wsgi.application"
DATABASES = {"default": database(CONFIG)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "jiheng.web.people.apps.PeopleConfig",
    "jiheng.web.forms.apps.FormsConfig",
    "jiheng.web.chain.apps.ChainConfig",
    "jiheng.web.files.apps.FilesConfig",
    "jiheng.web.evidence.apps.EvidenceConfig",
    "jiheng.web.measures.apps.MeasuresConfig",
    "jiheng.web.papers.apps.PapersConfig",
    "jiheng.web.versions.apps.VersionsConfig",
    "jiheng.web.sections.apps.SectionsConfig",
    "jiheng.web.surveys.apps.SurveysConfig",
    "jiheng.web.prefill.apps.PrefillConfig",
    "jiheng.web.columns.apps.ColumnsConfig",
    "jiheng.web.rollover.apps.RolloverConfig",
    "jiheng.web.scans.apps.ScansConfig",
    "jiheng.web.sampling.apps.SamplingConfig",
    "jiheng.web.imports.apps.ImportsConfig",
    "jiheng.web.rectification.apps.RectificationConfig",
    "jiheng.web.journal.apps.JournalConfig",
    "jiheng.web.lists.apps.ListsConfig",
    "jiheng.web.review.apps.ReviewConfig",
    "jiheng.web.years.apps.YearsConfig",
    "jiheng.web.verdicts.apps.VerdictsConfig",
    "jiheng.web.dashboards.apps.DashboardsConfig",
    "jiheng.web.publication.apps.PublicationConfig",
    "jiheng.web.api.apps.ApiConfig",
    "jiheng.web.pages.apps.PagesConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "jiheng.web.logs.AccessLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "jiheng.web.headers.HeadersMiddleware",
    "jiheng.web.api.door.DoorMiddleware",
    "jiheng.web.limits.LimitsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "jiheng.web.people.waking.WakingMiddleware",
    "jiheng.web.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "jiheng.web.plain_text.PlainTextMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "jiheng.web.people.renewing.RenewingMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jiheng.web.pages.shell.shell",
            ],
            "builtins": ["jiheng.web.pages.templatetags.words"],
        },
    }
]

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "jiheng.web.people.passwords.SeveralKinds"},
    {"NAME": "jiheng.web.people.passwords.AnotherThanBefore"},
]
LOGIN_URL = "log-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "log-in"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "people/locked.html"
AXES_HTTP_RESPONSE_CODE = 429
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# The journal has the log-ins already, without addresses.
AXES_DISABLE_ACCESS_LOG = True

SESSION_COOKIE_AGE = CONFIG.session_minutes * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = CONFIG.https
SECURE_HSTS_SECONDS = 365 * 86400 if CONFIG.https else 0
# Anybody can send this header; only a proxy that writes it itself makes it true.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIG.proxy else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in CONFIG.hosts] if CONFIG.https else []

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 2000
FILE_UPLOAD_HANDLERS = [
    "jiheng.web.files.capped.CappedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
LOGGING = logging_into(CONFIG.logs, CONFIG.log_days)
