// How many relationships each entity has, whatever their type and direction, but ended ones; zero has no row.
MATCH (n:Entity)-[r]-(m:Entity)
WHERE r.stage <> 'ENDED'
RETURN n.id AS entity, count(r) AS count
