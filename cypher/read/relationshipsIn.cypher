// The relationships that end in these entities: (n)<-[r]-(m), best evidenced first.
// $ids, $seen (map of the ids that m may not have), $limit.
// Filter: $types, $stages (as of $asOf, a day, 9999-12-31 for now), $product (lower case, empty for any),
// $minConfidence, $minSources.
UNWIND $ids AS id
MATCH (n:Entity {id: id})<-[r]-(m:Entity)
WHERE
  $seen[m.id] IS NULL AND
  type(r) IN $types AND
  r.confidence >= $minConfidence AND
  r.sourceCount >= $minSources AND
  r.from <= $asOf AND
  (($asOf = '9999-12-31' AND r.stage IN $stages) OR
    ($asOf <> '9999-12-31' AND
      head([h IN r.history WHERE h <= $asOf + '~' | substring(h, 11)]) IN
      $stages)) AND
  ($product = '' OR
    toLower(r.product) CONTAINS $product OR
    (n.label = 'Product' AND n.search CONTAINS $product) OR
    (m.label = 'Product' AND
      type(r) = 'INPUT_OF' AND
      m.search CONTAINS $product))
RETURN
  r.id AS id,
  type(r) AS type,
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
ORDER BY sourceCount DESC, confidence DESC, id
LIMIT $limit
