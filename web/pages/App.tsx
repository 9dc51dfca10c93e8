import { Button, useComputedColorScheme } from '@mantine/core'
import { type MouseEvent, useEffect, useMemo } from 'react'
import { useView } from '../address.ts'
import { useModelAnswer } from '../api.ts'
import { SchemeSwitch } from '../panels/SchemeSwitch.tsx'
import { IS_EMBEDDED } from '../embed.ts'
import { SearchBox } from '../panels/SearchBox.tsx'
import { formatView, goHome, openEntity } from '../state.ts'
import { WordsContext, wordsOf } from '../words.ts'
import { EntityPage } from './EntityPage.tsx'
import { HomePage } from './HomePage.tsx'

/** The whole page: the bar on top, and below it the home page or an entity, as the address says. */
export function App() {
  const [view, go] = useView()
  const model = useModelAnswer()
  const scheme = useComputedColorScheme('light')
  const words = useMemo(() => wordsOf(view.language, scheme, model.data), [view.language, scheme, model.data])
  const { text } = words
  useEffect(() => {
    if (IS_EMBEDDED) document.documentElement.dataset['embed'] = 'true'
  }, [])
  useEffect(() => {
    document.documentElement.lang = view.language === 'en' ? 'en' : 'zh-CN'
  }, [view.language])

  const home = goHome(view)
  const openHome = (event: MouseEvent): void => {
    // A click with a modifier opens a new tab, as on every link.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(home, 'push')
  }
  return (
    <WordsContext value={words}>
      {!IS_EMBEDDED && (
        <header className="bar">
          <a className="brand" href={`/${formatView(home)}`} aria-label={text.home} onClick={openHome}>
            <img src="/icon.svg" alt="" width="26" height="26" />
            <span>{text.brand}</span>
          </a>
          {view.entity !== null && (
            <div className="bar-search">
              <SearchBox
                key={view.entity}
                onPick={(id) => {
                  go(openEntity(view, id), 'push')
                }}
              />
            </div>
          )}
          <SchemeSwitch />
          <Button
            className="language"
            variant="subtle"
            size="compact-sm"
            lang={view.language === 'en' ? 'zh-CN' : 'en'}
            onClick={() => {
              go({ ...view, language: view.language === 'en' ? 'zh' : 'en' }, 'replace')
            }}
          >
            {text.otherLanguage}
          </Button>
        </header>
      )}
      {view.entity === null ? (
        <HomePage view={view} go={go} model={model} />
      ) : (
        <EntityPage key={view.entity} id={view.entity} view={view} go={go} model={model} />
      )}
    </WordsContext>
  )
}
