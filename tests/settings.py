"""Settings for tests: a home of their own, fast passwords, tasks at once."""

import os
import tempfile

os.environ["BEIDE_HOME"] = tempfile.mkdtemp(prefix="beide-tests-")
os.environ.setdefault("BEIDE_SECRET_KEY", "only-for-tests")
os.environ["BEIDE_DEBUG"] = "false"

from beide.web.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
LOGGING_CONFIG = None
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
