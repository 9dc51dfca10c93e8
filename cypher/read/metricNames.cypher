// The names of accepted figures, each once.
MATCH (q:Metric)
WHERE q.pending IS NULL
RETURN DISTINCT q.name AS name
