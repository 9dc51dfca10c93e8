// The relationships of these entities, each once however many of its ends are asked for, best evidenced first.
// $ids, $outgoing and $incoming (which directions), $limit.
// Filter: $types, $stages (as of $asOf, a day, 9999-12-31 for now), $product (lower case, empty for any),
// $minConfidence, $minSources, $accepted, $pending.
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r]-(m:Entity)
WITH n, r, m, startNode(r) AS a, endNode(r) AS b
WHERE
  true AND
  (($outgoing AND a.id = n.id) OR ($incoming AND b.id = n.id)) AND
  type(r) IN $types AND
  r.confidence >= $minConfidence AND
  r.sourceCount >= $minSources AND
  (($accepted AND r.pending IS NULL) OR ($pending AND r.pending IS NOT NULL)) AND
  r.from <= $asOf AND
  (($asOf = '9999-12-31' AND r.stage IN $stages) OR
    ($asOf <> '9999-12-31' AND
      head([h IN r.history WHERE h <= $asOf + '~' | substring(h, 11)]) IN
      $stages)) AND
  ($product = '' OR
    toLower(r.product) CONTAINS $product OR
    (b.label = 'Product' AND b.search CONTAINS $product) OR
    (a.label = 'Product' AND
      type(r) = 'INPUT_OF' AND
      a.search CONTAINS $product))
WITH DISTINCT
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
RETURN
  id,
  type,
  start,
  end,
  product,
  stage,
  since,
  until,
  figure,
  note,
  confidence,
  sourceCount,
  pending
ORDER BY sourceCount DESC, confidence DESC, id
LIMIT $limit
