"""What can be said about a tension by choosing, not by writing."""

from enum import StrEnum


class Origin(StrEnum):
    """Where a tension comes from."""

    AI = "ai"
    SUSTAINABILITY = "sustainability"
    CUSTOMER_QUESTION = "customer_question"
    PARTNERSHIP = "partnership"
    REGULATION = "regulation"
    OTHER = "other"


class Fit(StrEnum):
    """Whether a tension can be dealt with inside today's governance."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_SURE = "not_sure"
