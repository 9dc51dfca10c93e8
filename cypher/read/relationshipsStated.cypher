// The relationships that this evidence states.
// $facts: list of {id, start, end}: a relationship's id and the ids of its ends.
UNWIND $facts AS fact
MATCH (a:Entity {id: fact.start})-[r]->(b:Entity {id: fact.end})
WHERE r.id = fact.id
RETURN
  r.id AS id,
  type(r) AS type,
  a.id AS start,
  b.id AS end,
  r.product AS product,
  r.stage AS stage,
  r.since AS since,
  r.until AS until,
  r.figure AS figure,
  r.note AS note,
  r.confidence AS confidence,
  r.sourceCount AS sourceCount,
  r.pending AS pending
ORDER BY sourceCount DESC, confidence DESC, id
