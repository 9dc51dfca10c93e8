// Finds words in the dossier: hides the facts that do not hold all of them. Runs from a file, without a server.
const field = document.querySelector('input[type="search"]')
const count = document.querySelector('output')
const facts = [...document.querySelectorAll('.fact')].map((element) => ({
  element,
  text: element.textContent.toLowerCase(),
}))
const find = () => {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean)
  let found = 0
  for (const { element, text } of facts) {
    element.hidden = !words.every((word) => text.includes(word))
    if (!element.hidden) found += 1
  }
  for (const group of document.querySelectorAll('section.group'))
    group.hidden = [...group.querySelectorAll('.fact')].every((fact) => fact.hidden)
  count.value = String(found)
}
field.addEventListener('input', find)
find()
