// What every entity carries, to tell whether it changed.
MATCH (n:Entity)
RETURN n.id AS id, n {.*} AS props
