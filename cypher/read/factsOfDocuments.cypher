// What these documents state: the relationships and metrics their evidence speaks of.
// $ids of the documents.
UNWIND $ids AS document
MATCH (e:Evidence {document: document})
RETURN DISTINCT
  document,
  e.of AS of,
  e.kind AS kind,
  e.source AS source,
  e.startId AS start,
  e.endId AS end,
  e.entityId AS entity
