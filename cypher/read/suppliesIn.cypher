// Who supplies these entities: (n)<-[r:SUPPLIES]-(m), the best evidenced, at most $limit, in any order.
// $ids, $seen (map of the ids that m may not have), $limit.
// Filter: $stages (as of $asOf, a day, 9999-12-31 for now), $product (lower case, empty for any), $minConfidence,
// $minSources, $accepted, $pending.
UNWIND $ids AS id
MATCH (n:Entity {id: id})<-[r:SUPPLIES]-(m:Entity)
WHERE
  $seen[m.id] IS NULL AND
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
    (n.label = 'Product' AND n.search CONTAINS $product))
WITH n, m, r
ORDER BY r.sourceCount DESC, r.confidence DESC, r.id
LIMIT $limit
RETURN
  r.id AS id,
  'SUPPLIES' AS type,
  m.id AS start,
  n.id AS end,
  r.product AS product,
  r.stage AS stage,
  r.since AS since,
  r.until AS until,
  r.figure AS figure,
  r.note AS note,
  r.confidence AS confidence,
  r.sourceCount AS sourceCount,
  r.pending AS pending
