// The products that accepted supplies name in words, each once.
MATCH (a:Company)-[r:SUPPLIES]->(b:Entity)
WHERE r.product <> '' AND r.pending IS NULL
RETURN DISTINCT r.product AS product
