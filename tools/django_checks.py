"""Django's own checks, as for a host on the internet: the deploy check and missing migrations."""

import os
import sys
import tempfile

ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "beide.web.settings",
    "BEIDE_URL": "https://beide.example",
    "BEIDE_HOSTS": "beide.example",
    "BEIDE_SECRET_KEY": "only to check the settings, long and with all kinds of signs 0123456789",
}


def main() -> int:
    """Run both checks; warnings count as errors."""
    os.environ.update(ENVIRONMENT, BEIDE_HOME=tempfile.mkdtemp(prefix="beide-check-"))
    import django
    from django.core.management import call_command

    django.setup()
    call_command("check", deploy=True, fail_level="WARNING")
    call_command("makemigrations", check=True, dry_run=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
