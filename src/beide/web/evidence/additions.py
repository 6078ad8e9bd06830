"""What came of the exports that were added to a log."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language, gettext, ngettext

from beide.web.evidence import problems, words
from beide.web.evidence.models import Addition


@dataclass(frozen=True, slots=True, kw_only=True)
class AdditionShown:
    """An export that was added, in a list."""

    addition: Addition
    text: str
    has_failed: bool = False


def additions_shown(additions: Iterable[Addition], *, minimum: int) -> list[AdditionShown]:
    """Return exports with what was new in them, or why they could not be added."""
    return [_shown(each, minimum) for each in additions]


def _shown(addition: Addition, minimum: int) -> AdditionShown:
    job = addition.job
    problem = problems.said(addition.problem) or (
        job.problem if job is not None and job.has_failed else None
    )
    if problem is not None:
        why = problem.in_language(get_language() or "nl")
        text = gettext("It could not be added, and the log is as it was. %(why)s") % {"why": why}
        return AdditionShown(addition=addition, text=text, has_failed=True)
    if not addition.told:
        return AdditionShown(addition=addition, text=gettext("Is being added."))
    return AdditionShown(addition=addition, text=told(addition, minimum=minimum))


def told(addition: Addition, *, minimum: int) -> str:
    """Return what was new in an export."""
    new = addition.told
    if not new["anything"]:
        return gettext("The log had this file already. Nothing changed.")
    if not new["events"] and not new["changed"]:
        return gettext("The log had everything in it already.")
    sentences = [
        ngettext(
            "%(count)s event was new, with %(cases)s that the log did not have.",
            "%(count)s events were new, with %(cases)s that the log did not have.",
            new["events"],
        )
        % {"count": words.number(new["events"]), "cases": _cases(new["cases"], minimum)}
    ]
    if new["known"]:
        sentences.append(
            ngettext(
                "%(count)s event was there already, and is there once.",
                "%(count)s events were there already, and are there once.",
                new["known"],
            )
            % {"count": words.number(new["known"])}
        )
    if new["changed"]:
        sentences.append(
            gettext("What is known of %(cases)s was brought up to date.")
            % {"cases": _cases(new["changed"], minimum)}
        )
    return " ".join(sentences)


def _cases(count: int, minimum: int) -> str:
    return words.cases_or_few(count, minimum) if count else words.cases(0)
