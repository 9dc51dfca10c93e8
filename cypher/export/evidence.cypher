// Every evidence of these facts (relationships or metrics), with everything it carries, and its document.
// $ids of the facts.
UNWIND $ids AS of
MATCH (e:Evidence {of: of})-[:FROM]->(d:Document)
RETURN e.id AS id, of, d.id AS document, e {.*} AS props
