// Starts GraphiQL from this server's own files, below a list of examples. Its editor wants to know where its workers are.
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

const asked = new URLSearchParams(window.location.search)

// Each example is a link, so that it can be opened in another tab and handed on.
const listExamples = (examples) => {
  const links = examples.map(({ title, operation }) => {
    const link = document.createElement('a')
    link.href = `/graphql?${new URLSearchParams({ query: operation })}`
    link.textContent = title
    if (asked.get('query') === operation) link.setAttribute('aria-current', 'page')
    const item = document.createElement('li')
    item.append(link)
    return item
  })
  document.getElementById('examples').replaceChildren(...links)
}

const readExamples = async () => {
  const answer = await window.fetch('/graphql-examples.json')
  return answer.ok ? answer.json() : []
}

readExamples()
  .catch(() => [])
  .then((examples) => {
    listExamples(examples)
    window.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
      title: '链图 GraphiQL',
      endpoint: '/graphql',
      defaultQuery: examples[0]?.operation,
      initialQuery: asked.get('query') ?? undefined,
      initialVariables: asked.get('variables') ?? undefined,
    })
  })
