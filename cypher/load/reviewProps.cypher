// What waits for a person, to tell whether it changed.
MATCH (v:Review)
RETURN v.id AS id, v {.*} AS props
