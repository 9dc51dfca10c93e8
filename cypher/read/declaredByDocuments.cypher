// The entities that rows citing these documents declare.
// $ids of the documents.
UNWIND $ids AS document
MATCH (c:Declaration {document: document})
RETURN DISTINCT document, c.entity AS entity
