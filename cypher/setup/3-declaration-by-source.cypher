// Declaration by source.
CREATE INDEX declaration_by_source IF NOT EXISTS FOR (n:Declaration) ON (n.source)
