// The ids of all documents, with the addresses that rows of a table name them by.
MATCH (d:Document)
RETURN d.id AS id, d.title AS title, d.address AS address, d.url AS url
