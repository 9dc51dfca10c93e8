// Everything that waits for a person, in the order of the documents' text.
MATCH (v:Review)
RETURN
  v.id AS id,
  v.kind AS kind,
  v.document AS document,
  v.start AS start,
  v.end AS end,
  v.label AS label,
  v.name AS name,
  v.candidates AS candidates,
  v.fact AS fact,
  v.from AS from,
  v.to AS to
ORDER BY document, start, id
