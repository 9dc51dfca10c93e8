// How many entities there are of each label.
MATCH (n:Entity)
RETURN n.label AS label, count(n) AS count
