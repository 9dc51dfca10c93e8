// Everything these entities carry.
// $ids.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN n.id AS id, n.label AS label, n {.*} AS props
