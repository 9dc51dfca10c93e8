// Evidence by of.
CREATE INDEX evidence_by_of IF NOT EXISTS
FOR (n:Evidence)
ON (n.of)
