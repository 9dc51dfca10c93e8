// How many different entities stand at the other end of each entity's relationships of some types; zero has no row.
// $types, $outgoing and $incoming (which directions), $label (of the other end, empty for any).
MATCH (n:Entity)-[r]-(m:Entity)
WHERE
  type(r) IN $types AND r.stage <> 'ENDED' AND ($label = '' OR m.label = $label)
WITH n, m, startNode(r) AS a
WHERE ($outgoing AND a.id = n.id) OR ($incoming AND a.id <> n.id)
RETURN n.id AS entity, count(DISTINCT m.id) AS count
