// Every declaration with what tells whether it changed.
MATCH (c:Declaration)
RETURN c.id AS id, c.hash AS hash, c.entity AS thing, c.source AS source
