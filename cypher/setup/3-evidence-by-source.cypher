// Evidence by source.
CREATE INDEX evidence_by_source IF NOT EXISTS FOR (n:Evidence) ON (n.source)
