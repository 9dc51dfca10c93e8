// These documents, without their text.
// $ids.
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN
  d.id AS id,
  d.kind AS kind,
  d.title AS title,
  d.publisher AS publisher,
  d.date AS date,
  d.url AS url,
  d.file AS documentFile,
  d.sha256 AS sha256
