// The supplies whose product is named in words that are a product's name: (a)-[r:SUPPLIES]->(b).
// $products: list of {id, keys}: a product's id and its names as nameKey spells them; those that end in the product
// itself are left out. $upstream: whether it is the supplier, else the customer, that may not be in $seen (map of ids);
// $limit.
// Filter: $stages (as of $asOf, a day, 9999-12-31 for now), $product (lower case, empty for any), $minConfidence,
// $minSources, $accepted, $pending.
UNWIND $products AS p
UNWIND p.keys AS key
MATCH (e:Evidence {product: key})
WITH p.id AS of, e.of AS fact, e.startId AS startId, e.endId AS endId
WHERE
  endId <> of AND
  (($upstream AND $seen[startId] IS NULL) OR
    (NOT $upstream AND $seen[endId] IS NULL))
WITH DISTINCT fact, startId, endId
MATCH (a:Entity {id: startId})-[r:SUPPLIES]->(b:Entity {id: endId})
WHERE
  r.id = fact AND
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
    (b.label = 'Product' AND b.search CONTAINS $product))
WITH a, b, r
ORDER BY r.sourceCount DESC, r.confidence DESC, r.id
LIMIT $limit
RETURN
  r.id AS id,
  'SUPPLIES' AS type,
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
