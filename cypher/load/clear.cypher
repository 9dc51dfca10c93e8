// Removes some nodes with their relationships; run until none are left.
// $limit.
MATCH (n)
WITH n LIMIT $limit
DETACH DELETE n
