"""Find a browser for the tests, or install one.

First what ``BEIDE_BROWSER`` names, then a Chromium or Chrome on the machine, then Debian's package
where we may install it, then Playwright's own.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """Return the path of a browser that stands ready."""
    named = os.environ.get("BEIDE_BROWSER")
    if named:
        return named
    on_path = next((path for name in NAMES if (path := shutil.which(name))), None)
    return on_path or playwrights_own()


def playwrights_own() -> str | None:
    """Return the browser that Playwright installed earlier."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def install() -> None:
    """Install a browser: Debian's when we are root there, otherwise Playwright's."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
            subprocess.run(["apt-get", *command], check=True, env=environment, stdout=sys.stderr)
        return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def main() -> int:
    """Make sure that there is a browser."""
    if find() is None:
        print("No browser found for the tests; installing one ...")
        install()
    path = find()
    print(f"Browser for the tests: {path}" if path else "No browser could be installed.")
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
