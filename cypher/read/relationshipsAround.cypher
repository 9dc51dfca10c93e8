// The relationships of these entities, each once however many of its ends are asked for, best evidenced first.
// $ids, $outgoing and $incoming (which directions), $limit.
// Filter: $types ($allTypes: any), $stages (as of $asOf, a day, 9999-12-31 for now), $product (lower case, empty for
// any), $minConfidence, $minSources, $accepted, $pending.
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r]-(m:Entity)
WHERE
  (($outgoing AND $incoming) OR
    ($outgoing AND startNode(r).id = n.id) OR
    ($incoming AND endNode(r).id = n.id)) AND
  ($allTypes OR type(r) IN $types) AND
  ($minConfidence = 0 OR r.confidence >= $minConfidence) AND
  ($minSources = 0 OR r.sourceCount >= $minSources) AND
  (($accepted AND r.pending IS NULL) OR ($pending AND r.pending IS NOT NULL)) AND
  (($asOf = '9999-12-31' AND r.stage IN $stages) OR
    ($asOf <> '9999-12-31' AND
      r.from <= $asOf AND
      head([h IN r.history WHERE h <= $asOf + '~' | substring(h, 11)]) IN
      $stages)) AND
  ($product = '' OR
    toLower(r.product) CONTAINS $product OR
    (endNode(r).label = 'Product' AND endNode(r).search CONTAINS $product) OR
    (type(r) = 'INPUT_OF' AND startNode(r).search CONTAINS $product))
WITH DISTINCT r
ORDER BY r.sourceCount DESC, r.confidence DESC, r.id
LIMIT $limit
RETURN
  r.id AS id,
  type(r) AS type,
  startNode(r).id AS start,
  endNode(r).id AS end,
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
