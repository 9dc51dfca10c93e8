// Evidence by document.
CREATE INDEX evidence_by_document IF NOT EXISTS
FOR (n:Evidence)
ON (n.document)
