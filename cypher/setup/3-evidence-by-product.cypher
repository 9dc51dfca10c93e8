// Evidence by product.
CREATE INDEX evidence_by_product IF NOT EXISTS
FOR (n:Evidence)
ON (n.product)
