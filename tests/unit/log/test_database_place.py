"""The address of a database: what it says, and what is never repeated of it."""

import pytest

from beide.errors import WrongOption
from beide.log.readers.database_place import Place, is_address, place_of


def test_an_address_says_where_and_as_whom() -> None:
    place = place_of("postgresql://ann:ge%40heim@db.example:6543/shop?sslmode=require&timeout=60")
    assert place == Place(
        kind="postgresql",
        host="db.example",
        port=6543,
        database="shop",
        user="ann",
        password="ge@heim",
        tls="require",
        seconds=60,
    )
    assert place.shown == "postgresql://db.example:6543/shop"
    assert place.name == "shop"


def test_what_is_not_said_has_a_default() -> None:
    assert place_of("mariadb://ann@db/shop").port == 3306
    assert place_of("postgres:///shop").host == "localhost"
    assert place_of("postgresql://ann@/shop?host=/run/postgresql").socket == "/run/postgresql"
    assert place_of("sqlite:////data/shop.db").database == "/data/shop.db"


def test_the_password_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEIDE_SOURCE_PASSWORD", "stil")
    assert place_of("mysql://ann@db/shop").password == "stil"
    assert place_of("mysql://ann:own@db/shop").password == "own"
    assert "stil" not in repr(place_of("mysql://ann@db/shop"))


@pytest.mark.parametrize(
    "address",
    [
        "oracle://ann:geheim@db/shop",
        "postgresql://ann:ge/heim@db/shop",
        "postgresql://ann:12/geheim@db/shop",
        "postgresql://ann:12?geheim@db/shop",
        "postgresql://ann:12#geheim@db/shop",
        "postgresql://ann:geheim@db",
        "postgresql://ann:geheim@db:99999/shop",
        "postgresql://ann:geheim@[::1/shop",
        "://geheim",
    ],
)
def test_an_address_that_cannot_be_read_is_never_repeated(address: str) -> None:
    with pytest.raises(WrongOption) as raised:
        place_of(address)
    assert "geheim" not in raised.value.in_language("nl") + raised.value.in_language("en")
    assert "postgresql://user@host/database" in str(raised.value)


@pytest.mark.parametrize(
    ("option", "says"), [("sslmode=maybe", "verify-full"), ("timeout=0", "1-86400"), ("x=1", "?x=")]
)
def test_an_option_that_is_not_known_is_told(option: str, says: str) -> None:
    with pytest.raises(WrongOption) as raised:
        place_of(f"mysql://ann:geheim@db/shop?{option}")
    assert says in str(raised.value)
    assert "geheim" not in str(raised.value)


def test_a_file_is_no_address() -> None:
    assert is_address("mysql://db/shop")
    assert not is_address("orders.csv")
