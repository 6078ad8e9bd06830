"""BPMN from outside, read without what could do harm."""

from xml.etree import ElementTree as ET
from xml.parsers import expat

from beide.errors import UnreadableFile
from beide.web.tables.bpmn.names import MODEL


def parsed(data: bytes, name: str) -> ET.Element:
    """Return the root of a BPMN 2.0 file.

    Raises
    ------
    UnreadableFile
        When it is no well-formed XML, has a document type, or is not BPMN 2.0.
    """
    try:
        _refuse_document_type(data, name)
        root = ET.fromstring(data)  # noqa: S314 - without a document type there are no entities
    except (ET.ParseError, expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableFile(
            file=name,
            reason_nl=f"het is geen goede XML ({error})",
            reason_en=f"it is not well-formed XML ({error})",
        ) from error
    if root.tag != f"{{{MODEL}}}definitions":
        raise UnreadableFile(
            file=name,
            reason_nl=f"het is geen BPMN 2.0: het begint met '{root.tag}'. Exporteer het als "
            "BPMN 2.0 XML",
            reason_en=f"it is not BPMN 2.0: it begins with '{root.tag}'. Export it as BPMN 2.0 XML",
        )
    return root


def _refuse_document_type(data: bytes, name: str) -> None:
    """Refuse a file that could make entities, before any is made."""

    def refuse(*_told: object) -> None:
        raise UnreadableFile(
            file=name,
            reason_nl="er staat een documenttype (DOCTYPE) in, en dat is niet veilig. Haal het weg",
            reason_en="it has a document type (DOCTYPE), which is not safe. Take it out",
        )

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(data, True)  # noqa: FBT003 - the standard library's own
