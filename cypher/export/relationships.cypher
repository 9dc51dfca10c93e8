// Every relationship that starts from these entities, with everything it carries: (n)-[r]->(m).
// $ids of the entities.
UNWIND $ids AS start
MATCH (n:Entity {id: start})-[r]->(m:Entity)
RETURN r.id AS id, type(r) AS type, start, m.id AS end, r {.*} AS props
