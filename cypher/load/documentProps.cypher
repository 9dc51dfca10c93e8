// What every document carries, to tell whether it changed.
MATCH (d:Document)
RETURN d.id AS id, d {.*} AS props
