// The documents some of whose text could not be repaired.
MATCH (d:Document)
WHERE size(coalesce(d.damage, [])) > 0
RETURN
  d.id AS id,
  d.kind AS kind,
  d.title AS title,
  d.publisher AS publisher,
  d.date AS date,
  d.url AS url,
  d.file AS documentFile,
  d.sha256 AS sha256
