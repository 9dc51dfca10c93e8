// Every document whose title, publisher, address or text holds some words; all of them where there are none.
// $text (lower case, empty for any).
MATCH (d:Document)
WHERE
  $text = '' OR
  toLower(d.title) CONTAINS $text OR
  toLower(coalesce(d.publisher, '')) CONTAINS $text OR
  toLower(coalesce(d.address, '')) CONTAINS $text OR
  toLower(coalesce(d.text, '')) CONTAINS $text
RETURN
  d.id AS id,
  d.kind AS kind,
  d.title AS title,
  d.publisher AS publisher,
  d.date AS date,
  d.url AS url,
  d.file AS documentFile,
  d.sha256 AS sha256
