// A page of the relationships of each of these entities, best evidenced first, after a place in that order.
// $ids, $outgoing and $incoming (which directions), $limit; $afterSources, $afterConfidence, $afterId (the place).
// Filter: $types ($allTypes: any), $stages (as of $asOf, a day, 9999-12-31 for now), $product (lower case, empty for
// any), $minConfidence, $minSources, $accepted, $pending.
UNWIND $ids AS entity
CALL (entity) {
  MATCH (n:Entity {id: entity})-[r]-(m:Entity)
  WHERE
    (r.sourceCount < $afterSources OR
      (r.sourceCount = $afterSources AND
        (r.confidence < $afterConfidence OR
          (r.confidence = $afterConfidence AND r.id > $afterId)))) AND
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
  WITH r
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

}
RETURN
  entity,
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
