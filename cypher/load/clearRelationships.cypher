// Removes some relationships; run until none are left.
// $limit.
MATCH ()-[r]->()
WITH r
LIMIT $limit
DELETE r
