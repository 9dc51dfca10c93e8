// The stated figures of these entities, best evidenced first.
// $ids of the entities.
UNWIND $ids AS entity
MATCH (n:Entity {id: entity})-[:HAS_METRIC]->(q:Metric)
RETURN
  entity,
  q.id AS id,
  q.name AS name,
  q.value AS value,
  q.unit AS unit,
  q.period AS period,
  q.change AS change,
  q.qualifier AS qualifier,
  q.stage AS stage,
  q.confidence AS confidence,
  q.sourceCount AS sourceCount,
  q.pending AS pending
ORDER BY sourceCount DESC, confidence DESC, id
