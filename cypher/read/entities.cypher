// Every entity, for the catalog of names.
MATCH (n:Entity)
RETURN
  n.id AS id,
  n.label AS label,
  n.name AS name,
  n.aliases AS aliases,
  n.englishName AS englishName,
  n.code AS code,
  n.description AS description,
  n.formerIds AS formerIds
