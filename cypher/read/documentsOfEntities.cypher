// The documents that state something of these entities.
// $ids of the entities.
UNWIND $ids AS entity
CALL (entity) {
  MATCH (n:Entity {id: entity})-[r]-(m:Entity)
  MATCH (e:Evidence {of: r.id})
  RETURN e.document AS document
    UNION
  MATCH (n:Entity {id: entity})-[:HAS_METRIC]->(q:Metric)
  MATCH (e:Evidence {of: q.id})
  RETURN e.document AS document
    UNION
  MATCH (c:Declaration {entity: entity})
  RETURN c.document AS document
}
WITH DISTINCT entity, document
MATCH (d:Document {id: document})
RETURN
  entity,
  d.id AS id,
  d.kind AS kind,
  d.title AS title,
  d.publisher AS publisher,
  d.date AS date,
  d.url AS url,
  d.file AS documentFile,
  d.sha256 AS sha256
