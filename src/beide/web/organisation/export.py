"""Everything of an organisation in one ZIP file: JSON lines per kind, and its files as they are.

People are numbers, the keys of their memberships; ``people.json`` says who is who. What would tell
more about someone than the pages do, such as who recognised which tension, is left out.
"""

import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import IO

from django.core.serializers.json import DjangoJSONEncoder
from django.core.serializers.python import Serializer

from beide.web.organisation.belongings import Kind, fields_of, kinds, logs_folder, uploads
from beide.web.organisation.models import Invitation, Membership, Organisation

LEFT_OUT: Mapping[str, frozenset[str]] = {
    "partnerships.guest": frozenset({"token_hash", "email", "person"}),
    "organisation.membership": frozenset({"person"}),
    "organisation.invitation": frozenset({"token_hash", "email"}),
    "tensions.recognition": frozenset({"membership"}),
    "patterns.opinion": frozenset({"membership"}),
    "team_sessions.session": frozenset({"code"}),
    "team_sessions.round": frozenset({"counts"}),
}
# What people answered and that they took part: of a session, only what was revealed goes along.
# Of a build table, not what someone can still undo.
NOT_EXPORTED = frozenset(
    {"team_sessions.seat", "team_sessions.sheet", "team_sessions.answer", "tables.deed"}
)


def export(organisation: Organisation, into: IO[bytes]) -> None:
    """Write the export."""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("people.json", as_json(people(organisation)))
        for kind in kinds():
            if kind.label in NOT_EXPORTED:
                continue
            add_rows(archive, kind, organisation)
            for file in uploads(kind, organisation):
                with file.open("rb") as source, archive.open(f"files/{file.name}", "w") as target:
                    target.writelines(source.chunks())
        root = logs_folder(organisation)
        for path in sorted(root.rglob("*")):
            if path.is_file():
                archive.write(path, f"logs/{path.relative_to(root)}")


def people(organisation: Organisation) -> dict[str, list[dict[str, object]]]:
    """Say who the member numbers are, and who was invited."""
    members = Membership.objects.filter(organisation=organisation).select_related("person")
    invited = Invitation.objects.filter(organisation=organisation)
    return {
        "members": [
            {"membership": member.pk, "name": member.person.name, "email": member.person.email}
            for member in members.order_by("pk")
        ],
        "invited": [
            {"invitation": invitation.pk, "email": invitation.email}
            for invitation in invited.order_by("pk")
        ],
    }


def add_rows(archive: zipfile.ZipFile, kind: Kind, organisation: Organisation) -> None:
    """Write one kind of thing as JSON lines, when there is any."""
    lines = list(lines_of(kind, organisation))
    if lines:
        archive.writestr(f"{kind.label}.jsonl", "".join(lines))


def lines_of(kind: Kind, organisation: Organisation) -> Iterator[str]:
    """Yield a line of JSON for each row."""
    left_out = LEFT_OUT.get(kind.label, frozenset())
    names = [
        field.name
        for field in fields_of(kind.model)
        if not field.primary_key and field.name not in left_out
    ]
    rows = Serializer().serialize(kind.rows(organisation).iterator(), fields=names)
    yield from (as_json(row) + "\n" for row in rows)


def as_json(value: object) -> str:
    """Return JSON that people can read."""
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
