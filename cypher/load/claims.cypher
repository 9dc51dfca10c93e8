// Every evidence with what tells whether it changed, and where its fact is.
MATCH (e:Evidence)
RETURN
  e.id AS id,
  e.hash AS hash,
  e.of AS thing,
  e.source AS source,
  e.startId AS start,
  e.endId AS end,
  e.kind AS kind
