// Removes some nodes, whose relationships went before; run until none are left.
// $limit.
MATCH (n)
WITH n
LIMIT $limit
DETACH DELETE n
