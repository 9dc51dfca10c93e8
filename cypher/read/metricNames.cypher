// The names of stated figures, each once.
MATCH (q:Metric)
RETURN DISTINCT q.name AS name
