"""What stands in the way of deleting an account. Rooms above add what they know."""

from collections.abc import Callable

from beide.web.accounts.models import Person

# Each returns the names of what nobody would look after without this person.
needs: list[Callable[[Person], list[str]]] = []


def needed_for(person: Person) -> list[str]:
    """Return what this person must hand over before they can go."""
    return [name for asked in needs for name in asked(person)]
