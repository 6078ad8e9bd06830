"""Keep the holder's secret out of the lines that Django itself writes about a request."""

import logging
import re

SECRET = re.compile(r"(/reflect/)[\w-]{20,}")
LOGGERS = ("django.request", "django.security.csrf", "django.server")


class WithoutSecret(logging.Filter):
    """Write a dash where the secret stood."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the line, and let it through."""
        said = record.getMessage()
        if SECRET.search(said):
            record.msg, record.args = SECRET.sub(r"\1-", said), ()
        return True


def keep_quiet() -> None:
    """Put the filter on the loggers that write addresses."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, WithoutSecret) for each in logger.filters):
            logger.addFilter(WithoutSecret())
