// The products that supplies name in words, each once.
MATCH (a:Company)-[r:SUPPLIES]->(b:Entity)
WHERE r.product <> ''
RETURN DISTINCT r.product AS product
