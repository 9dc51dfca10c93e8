// These figures.
// $ids.
UNWIND $ids AS id
MATCH (n:Entity)-[:HAS_METRIC]->(q:Metric {id: id})
RETURN
  n.id AS entity,
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
