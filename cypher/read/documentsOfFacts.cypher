// The documents that state these facts (relationships or metrics), each once.
// $ids: of the facts.
UNWIND $ids AS of
MATCH (e:Evidence {of: of})-[:FROM]->(d:Document)
RETURN DISTINCT d.id AS id
ORDER BY id
