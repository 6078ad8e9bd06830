"""One family of errors. Each has a code, its data, and says what to do, in Dutch and in English.

    BeideError
    ├── ContentError     a text or setting that Beide ships or an organisation replaced
    ├── InputError       something a person or a program gave
    │   ├── UnreadableFile
    │   ├── UnknownFormat
    │   ├── MissingColumn
    │   ├── DuplicateColumn
    │   ├── WrongValue     one value in a file, with its row and column
    │   ├── MissingValue   a value that every row needs
    │   ├── RaggedRow      a row with more or fewer values than the header
    │   ├── OpenDates      day and month could be either way round
    │   ├── PersonColumn   a column about people, which is never stored
    │   ├── ColumnsNeeded  nobody said which columns hold what
    │   ├── ObjectTypeNeeded  nobody said which type of object is the case
    │   ├── TableNeeded    nobody said which table of a database to read
    │   ├── MissingTable   a table that was named does not exist
    │   ├── NoConnection   a database that does not answer, or not to you
    │   ├── WrongQuery     a question that a database refuses, or Beide does
    │   ├── OccupiedFolder a folder that would be overwritten
    │   ├── UnwritableFolder
    │   ├── WrongCondition a condition or promise that cannot be understood, with the place
    │   └── WrongOption    an argument of a function or command
    ├── MissingPackage   a part of Beide that was not installed
    ├── EngineFailure    the computation itself stopped: memory, disk, a damaged file
    ├── Cancelled        someone asked to stop
    └── TooLittleData    a question the data cannot answer

Raise them with data, never with a sentence::

    raise MissingColumn(column="case", file="orders.csv", columns="order, step, time")
"""

from typing import ClassVar

from beide.text import Text


class BeideError(Exception):
    """Something Beide can explain. ``data`` fills the sentence in ``says``."""

    code: ClassVar[str] = "error"
    says: ClassVar[Text] = Text(
        nl="Er ging iets mis: {detail}.", en="Something went wrong: {detail}."
    )

    def __init__(self, **data: object) -> None:
        self.data = data
        self.text = self.says.format(**data)
        super().__init__(self.text.en)

    def in_language(self, language: str) -> str:
        """Return what happened and what to do, in the reader's language."""
        return self.text.in_language(language)


class ContentError(BeideError):
    """A content file is incomplete or wrong."""

    code = "content"
    says = Text(
        nl="{file}: bij '{key}' {problem_nl}.",
        en="{file}: at '{key}', {problem_en}.",
    )


class InputError(BeideError):
    """Something that was given cannot be used."""

    code = "input"


class UnreadableFile(InputError):
    """A file that does not exist, is empty, or is not what its name says."""

    code = "unreadable_file"
    says = Text(
        nl="{file} is niet te lezen: {reason_nl}.",
        en="{file} cannot be read: {reason_en}.",
    )


class UnknownFormat(InputError):
    """A file of a kind that Beide does not read."""

    code = "unknown_format"
    says = Text(
        nl="Beide leest '{file}' niet. Geef een bestand dat eindigt op {formats}.",
        en="Beide does not read '{file}'. Give a file that ends in {formats}.",
    )


class MissingColumn(InputError):
    """A column that was named does not exist."""

    code = "missing_column"
    says = Text(
        nl="{file} heeft geen kolom '{column}'. De kolommen zijn: {columns}.",
        en="{file} has no column '{column}'. Its columns are: {columns}.",
    )


class DuplicateColumn(InputError):
    """Two columns have one name, so neither can be meant."""

    code = "duplicate_column"
    says = Text(
        nl="{file} heeft {count} kolommen met de naam '{column}'. Geef elke kolom een eigen naam.",
        en="{file} has {count} columns named '{column}'. Give each column a name of its own.",
    )


class WrongValue(InputError):
    """One value in a file cannot be used."""

    code = "wrong_value"
    says = Text(
        nl="{file}, rij {row}, kolom '{column}': '{value}' is geen {expected_nl}.",
        en="{file}, row {row}, column '{column}': '{value}' is not {expected_en}.",
    )


class WrongOption(InputError):
    """An argument of a function or command is out of its range."""

    code = "wrong_option"
    says = Text(
        nl="'{option}' moet {expected_nl} zijn. Gekregen: {value!r}.",
        en="'{option}' must be {expected_en}. Got {value!r}.",
    )


class WrongCondition(InputError):
    """What somebody wrote of a good outcome cannot be understood from some place on."""

    code = "wrong_condition"
    says = Text(
        nl="'{condition}': {where_nl} hoort er {expected_nl} te staan.",
        en="'{condition}': {where_en} there should be {expected_en}.",
    )


class TooLittleData(BeideError):
    """The data cannot answer the question; says what would."""

    code = "too_little_data"
    says = Text(
        nl="Te weinig om iets over te zeggen: {what_nl}. Nodig: {needed_nl}.",
        en="Too little to tell: {what_en}. Needed: {needed_en}.",
    )


class MissingValue(InputError):
    """A row has no case, no activity or no time."""

    code = "missing_value"
    says = Text(
        nl="{file}, rij {row}: kolom '{column}' is leeg, in {count} van de {rows} rijen. "
        "Vul de rijen aan, of kies ervoor om ze weg te laten (on_missing='drop').",
        en="{file}, row {row}: column '{column}' is empty, in {count} of {rows} rows. "
        "Fill in those rows, or choose to leave them out (on_missing='drop').",
    )


class RaggedRow(InputError):
    """A row does not have as many values as the header has names."""

    code = "ragged_row"
    says = Text(
        nl="{file}, rij {row} heeft {found} waarden, de kopregel {expected}. "
        "Kijk of daar een scheidingsteken ({delimiter}) of aanhalingsteken te veel of te weinig "
        "staat.",
        en="{file}, row {row} has {found} values, the header {expected}. "
        "Look for a delimiter ({delimiter}) or a quote too many or too few there.",
    )


class OpenDates(InputError):
    """Nothing in a column decides whether the day or the month comes first."""

    code = "open_dates"
    says = Text(
        nl="{file}, kolom '{column}': bij '{value}' kan de dag of de maand voorop staan, "
        "en geen enkele rij beslist het. Zeg het met time_format='{day_first}' (dag voorop) "
        "of time_format='{month_first}' (maand voorop).",
        en="{file}, column '{column}': in '{value}' the day or the month may come first, "
        "and no row decides it. Say which with time_format='{day_first}' (day first) "
        "or time_format='{month_first}' (month first).",
    )


class PersonColumn(InputError):
    """A column about people was asked for."""

    code = "person_column"
    says = Text(
        nl="{file}: kolom '{column}' gaat over personen en wordt daarom niet bewaard. "
        "Kies een kolom met rollen of teams, of laat hem weg.",
        en="{file}: column '{column}' is about people, so it is not kept. "
        "Choose a column with roles or teams, or leave it out.",
    )


class OccupiedFolder(InputError):
    """A folder or file stands where a log would be written, and it is not a log."""

    code = "occupied_folder"
    says = Text(
        nl="{folder} bestaat al en is geen log van Beide. Kies een andere map.",
        en="{folder} exists already and is not a log of Beide. Choose another folder.",
    )


class ColumnsNeeded(InputError):
    """A file with columns was given, without saying which of them hold what."""

    code = "columns_needed"
    says = Text(
        nl="Zeg welke kolommen van {file} de casus, de stap en de tijd bevatten. "
        "De kolommen zijn: {columns}.",
        en="Say which columns of {file} hold the case, the activity and the time. "
        "Its columns are: {columns}.",
    )


class ObjectTypeNeeded(InputError):
    """A file with several types of objects was given, without saying which is the case."""

    code = "object_type_needed"
    says = Text(
        nl="{file} bevat meer soorten objecten: {types}. Zeg welke soort de casus is, "
        "zoals object_type='{example}'.",
        en="{file} holds several types of objects: {types}. Say which type is the case, "
        "such as object_type='{example}'.",
    )


class TableNeeded(InputError):
    """A database was given, without saying which table to read."""

    code = "table_needed"
    says = Text(
        nl="Zeg welke tabel van {file} je wilt lezen (table) of geef een vraag in SQL (query). "
        "De tabellen zijn: {tables}.",
        en="Say which table of {file} to read (table), or give a question in SQL (query). "
        "Its tables are: {tables}.",
    )


class MissingTable(InputError):
    """A table that was named does not exist, or may not be seen."""

    code = "missing_table"
    says = Text(
        nl="{file} heeft geen tabel '{table}' die je mag zien. De tabellen zijn: {tables}.",
        en="{file} has no table '{table}' that you may see. Its tables are: {tables}.",
    )


class NoConnection(InputError):
    """A database does not answer, or does not let this user in."""

    code = "no_connection"
    says = Text(
        nl="Geen verbinding met {file}: {reason_nl}.",
        en="No connection to {file}: {reason_en}.",
    )


class WrongQuery(InputError):
    """A question to a database is not one that only reads, or the database refuses it."""

    code = "wrong_query"
    says = Text(
        nl="De vraag aan {file} kan zo niet worden gesteld: {reason_nl}.",
        en="The question to {file} cannot be asked like this: {reason_en}.",
    )


class UnwritableFolder(InputError):
    """A log cannot be written where it was asked."""

    code = "unwritable_folder"
    says = Text(
        nl="In {folder} kan niets worden bewaard ({detail}). Kies een andere map.",
        en="Nothing can be kept in {folder} ({detail}). Choose another folder.",
    )


class EngineFailure(BeideError):
    """The engine stopped for a reason that no question or file explains beforehand."""

    code = "engine_failure"
    says = Text(
        nl="De berekening is gestopt: {detail}. Is het geheugen of de schijf vol, geef dan met "
        "BEIDE_ENGINE_MEMORY aan hoeveel geheugen er is, of maak ruimte.",
        en="The computation stopped: {detail}. If memory or disk ran out, say with "
        "BEIDE_ENGINE_MEMORY how much memory there is, or make room.",
    )


class Cancelled(BeideError):
    """A long computation was stopped on request; nothing is half done."""

    code = "cancelled"
    says = Text(
        nl="De berekening is op verzoek gestopt.", en="The computation was stopped on request."
    )


class MissingPackage(BeideError):
    """Something was asked for that needs a package which is not installed."""

    code = "missing_package"
    says = Text(
        nl="Hiervoor is {package} nodig, en dat is hier niet geïnstalleerd. "
        "Installeer Beide met: pip install 'beide[{extra}]'.",
        en="This needs {package}, which is not installed here. "
        "Install Beide with: pip install 'beide[{extra}]'.",
    )
