// The graph's new version, once everything of it is written.
// $props: {id: 'graph', version, loadedAt, modelVersion, inputs}.
MERGE (g:Graph {id: 'graph'})
SET g = $props
