"""What fuzzing found, so that it stays found: bytes that once did more than be told."""

FOUND: dict[str, tuple[str, bytes]] = {
    "a letter of which only the beginning is there": ("csv", b"(\xef"),
    "an encoding that nobody knows": ("xes", b"<?xml version='1.0' encoding='UNF-8'?><log/>"),
    "an encoding of XML that nobody knows": (
        "ocel_xml",
        b"<?xml version='1.0' encoding='UNF-8'?><log/>",
    ),
}
"""Of each finding which target it was found with, and the bytes."""
