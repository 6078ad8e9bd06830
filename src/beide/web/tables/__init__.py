"""The build table: where a team builds, brick by brick, how its work works."""
