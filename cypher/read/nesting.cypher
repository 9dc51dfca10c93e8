// What lies directly inside what: places in places, clusters in clusters.
MATCH (inner:Entity)-[r]->(outer:Entity)
WHERE
  r.stage <> 'ENDED' AND
  r.pending IS NULL AND
  ((type(r) = 'LOCATED_IN' AND inner.label IN ['Park', 'Region']) OR
    (type(r) = 'BELONGS_TO' AND inner.label = 'Cluster'))
RETURN
  inner.id AS inner,
  outer.id AS outer,
  r.sourceCount AS sourceCount,
  r.confidence AS confidence,
  r.id AS id
ORDER BY sourceCount DESC, confidence DESC, id
