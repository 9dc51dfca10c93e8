// The entities that these documents, or rows citing them, declare: by which source, and where in the text (start-end).
// $ids of the documents.
UNWIND $ids AS document
MATCH (c:Declaration {document: document})
RETURN document, c.entity AS entity, c.source AS source, c.spans AS spans
