// How many nodes are left.
MATCH (n)
RETURN count(n) AS count
