// The evidence of these facts (relationships or metrics), with the document of each.
// $ids: of the facts.
UNWIND $ids AS of
MATCH (e:Evidence {of: of})-[:FROM]->(d:Document)
RETURN
  of,
  e.id AS id,
  e.quote AS quote,
  e.start AS start,
  e.end AS end,
  e.row AS row,
  e.file AS file,
  e.stage AS stage,
  e.since AS since,
  e.until AS until,
  e.figure AS figure,
  e.note AS note,
  e.confidence AS confidence,
  e.pending AS pending,
  d.id AS documentId,
  d.kind AS kind,
  d.title AS title,
  d.publisher AS publisher,
  d.date AS date,
  d.url AS url,
  d.file AS documentFile,
  d.sha256 AS sha256
ORDER BY confidence DESC, id
