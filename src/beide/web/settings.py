"""Settings. A host changes them with environment variables, listed in docs/how-to/host.md."""

import logging
import os
import secrets
from pathlib import Path

import structlog
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _
from structlog.typing import Processor


def flag(name: str, *, default: bool = False) -> bool:
    """Read a yes-or-no environment variable."""
    return os.environ.get(name, str(default)).strip().lower() in {"1", "true", "yes", "on", "ja"}


def words(name: str, default: str = "") -> list[str]:
    """Read a comma-separated environment variable."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def secret_key(home: Path) -> str:
    """Return the host's secret, made once and kept where only its owner can read it."""
    if given := os.environ.get("BEIDE_SECRET_KEY"):
        return given
    path = home / "secret.key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64), "utf-8")
    return path.read_text("utf-8")


# Where Beide keeps its database, event logs and uploads.
HOME = Path(os.environ.get("BEIDE_HOME", "~/.local/share/beide")).expanduser()
HOME.mkdir(parents=True, exist_ok=True)
SECRET_KEY = secret_key(HOME)
DEBUG = flag("BEIDE_DEBUG")
STYLEGUIDE = flag("BEIDE_STYLEGUIDE", default=DEBUG)
ALLOWED_HOSTS = words("BEIDE_HOSTS", "localhost,127.0.0.1,[::1]")
BASE_URL = os.environ.get("BEIDE_URL", "http://127.0.0.1:8000").rstrip("/")
SECURE = BASE_URL.startswith("https://")

# Rooms, highest first: each stands only on the ones below it.
ROOMS = [
    "beide.web.demo",
    "beide.web.tables",
    "beide.web.exchange",
    "beide.web.patterns",
    "beide.web.partnerships",
    "beide.web.hierarchy",
    "beide.web.network",
    "beide.web.wins",
    "beide.web.ways",
    "beide.web.effects",
    "beide.web.room",
    "beide.web.initiatives",
    "beide.web.evidence",
    "beide.web.team_sessions",
    "beide.web.tensions",
    "beide.web.reflections",
    "beide.web.organisation",
    "beide.web.accounts",
    "beide.web.jobs",
    "beide.web.figures",
    "beide.web.live",
    "beide.web.page",
]
INSTALLED_APPS = [
    *ROOMS,
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "channels",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "servestatic",
    "django.contrib.humanize",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "servestatic.middleware.ServeStaticMiddleware",
    "beide.web.page.middleware.log_requests",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "beide.web.page.middleware.confirm_kept",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "beide.web.organisation.middleware.enter_organisation",
]
ROOT_URLCONF = "beide.web.urls"
ASGI_APPLICATION = "beide.web.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "beide.web.page.forms.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "beide.web.organisation.context.organisation",
            ],
            "builtins": [
                "beide.web.page.templatetags.beide_page",
                "beide.web.page.templatetags.beide_text",
            ],
        },
    },
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / "beide.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    },
}
REDIS = os.environ.get("BEIDE_REDIS", "")
CHANNEL_LAYERS: dict[str, dict[str, object]] = {
    "default": {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": [REDIS]},
    }
    if REDIS
    else {"BACKEND": "channels.layers.InMemoryChannelLayer"},
}
MEDIA_ROOT = HOME / "files"
LOGS_ROOT = HOME / "logs"
FILE_UPLOAD_PERMISSIONS = 0o600
TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]},
}

# Languages: Dutch and English, chosen from the browser until someone switches.
LANGUAGE_CODE = os.environ.get("BEIDE_LANGUAGE", "nl")
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
TIME_ZONE = os.environ.get("BEIDE_TIME_ZONE", "Europe/Amsterdam")
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("BEIDE_STATIC", HOME / "static"))
SERVESTATIC_USE_FINDERS = DEBUG
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": MEDIA_ROOT},
    },
    "staticfiles": {"BACKEND": "servestatic.storage.CompressedManifestStaticFilesStorage"},
}

# Accounts
AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "organisation:mine"
OPEN_SIGN_UP = flag("BEIDE_OPEN_SIGN_UP")
ACCOUNT_ADAPTER = "beide.web.accounts.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "beide.web.accounts.adapters.SocialAccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_REDIRECT_URL = "page:front"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    "login": "beide.web.accounts.forms.LoginForm",
    "signup": "beide.web.accounts.forms.SignupForm",
    "add_email": "beide.web.accounts.forms.AddEmailForm",
    "change_password": "beide.web.accounts.forms.ChangePasswordForm",
    "set_password": "beide.web.accounts.forms.SetPasswordForm",
    "reset_password": "beide.web.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "beide.web.accounts.forms.ResetPasswordKeyForm",
    "reauthenticate": "beide.web.accounts.forms.ReauthenticateForm",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Beide · "
MFA_ADAPTER = "beide.web.accounts.adapters.MFAAdapter"
MFA_FORMS = {
    "authenticate": "beide.web.accounts.forms.AuthenticateForm",
    "reauthenticate": "beide.web.accounts.forms.ReauthenticateCodeForm",
    "activate_totp": "beide.web.accounts.forms.ActivateTOTPForm",
    "add_webauthn": "beide.web.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "beide.web.accounts.forms.EditPasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Beide"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
USERSESSIONS_TRACK_ACTIVITY = False
SOCIALACCOUNT_PROVIDERS: dict[str, object] = {"openid_connect": {"APPS": []}}
if os.environ.get("BEIDE_OIDC_URL"):
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": os.environ.get("BEIDE_OIDC_ID", "oidc"),
                "name": os.environ.get("BEIDE_OIDC_NAME", "OpenID Connect"),
                "client_id": os.environ.get("BEIDE_OIDC_CLIENT_ID", ""),
                "secret": os.environ.get("BEIDE_OIDC_CLIENT_SECRET", ""),
                "settings": {"server_url": os.environ["BEIDE_OIDC_URL"]},
            },
        ],
    }

# E-mail goes to the console until a host says otherwise.
EMAIL_HOST = os.environ.get("BEIDE_EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("BEIDE_EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("BEIDE_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("BEIDE_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = flag("BEIDE_EMAIL_TLS", default=True)
EMAIL_BACKEND = "django.core.mail.backends." + (
    "smtp.EmailBackend" if EMAIL_HOST else "console.EmailBackend"
)
DEFAULT_FROM_EMAIL = os.environ.get("BEIDE_EMAIL_FROM", "Beide <beide@localhost>")

# Safety
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    },
}
CSRF_TRUSTED_ORIGINS = [BASE_URL]
CSRF_FAILURE_VIEW = "beide.web.page.views.csrf_failed"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = SECURE and flag("BEIDE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("BEIDE_PROXY") else None
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
UPLOAD_LIMIT = int(os.environ.get("BEIDE_UPLOAD_LIMIT_MB", "2000")) * 1_000_000

# Logs say what was asked for and how long it took, never who asked or from where.
SHARED_PROCESSORS: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.StackInfoRenderer(),
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(),
            ],
            "foreign_pre_chain": SHARED_PROCESSORS,
        },
        "console": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.dev.ConsoleRenderer(colors=False),
            ],
            "foreign_pre_chain": SHARED_PROCESSORS,
        },
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "console" if flag("BEIDE_LOG_PLAIN") else "json",
        },
    },
    "root": {"handlers": ["console"], "level": os.environ.get("BEIDE_LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"level": "WARNING"},
        "django.request": {"level": "ERROR"},
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "ERROR"},
    },
}
structlog.configure(
    processors=[*SHARED_PROCESSORS, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    cache_logger_on_first_use=True,
)

ADMIN_TITLE = _("Beide for hosts")
