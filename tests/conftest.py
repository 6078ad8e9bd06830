"""What every test shares."""


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes name a test by their argument: two workers that make them must agree on the name."""
    return argname if isinstance(val, bytes) else None
