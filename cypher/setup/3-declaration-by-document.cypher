// Declaration by document.
CREATE INDEX declaration_by_document IF NOT EXISTS
FOR (n:Declaration)
ON (n.document)
