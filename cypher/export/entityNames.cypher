// The ids, labels and names of all entities.
MATCH (n:Entity)
RETURN n.id AS id, n.label AS label, n.name AS name
