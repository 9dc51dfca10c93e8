// Starts GraphiQL from this server's own files. Its editor wants to know where its workers are.
const workers = {
  editorWorkerService: 'editor.worker.bundle.js',
  json: 'json.worker.bundle.js',
  graphql: 'graphql.worker..bundle.js',
}

self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) =>
    `/graphiql/monacoeditorwork/${workers[label] ?? workers.editorWorkerService}`,
}

const example = `# 谁向理想汽车供货，出自哪里
query Suppliers {
  entity(name: "理想汽车") {
    ... on Company {
      name
      suppliers(first: 50) {
        totalCount
        edges {
          node { name }
          relationships { product stage sourceCount evidence { row file document { title url } } }
        }
      }
    }
  }
}
`

window.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
  title: '链图 GraphiQL',
  endpoint: '/graphql',
  defaultQuery: example,
  query: new URLSearchParams(window.location.search).get('query') ?? undefined,
})
