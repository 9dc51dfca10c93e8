import { Button, useComputedColorScheme } from '@mantine/core'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { type Go, useView } from '../address.ts'
import type { ModelAnswer } from '../answers.ts'
import { type Loaded, useModelAnswer } from '../api.ts'
import { NavigationContext, ViewLink } from '../navigation.tsx'
import { Loading } from '../panels/Message.tsx'
import { SchemeSwitch } from '../panels/SchemeSwitch.tsx'
import { IS_EMBEDDED } from '../embed.ts'
import { SearchBox } from '../panels/SearchBox.tsx'
import { goHome, openEntity, openTarget, type View } from '../state.ts'
import { TOOLS } from '../target.ts'
import { WordsContext, wordsOf } from '../words.ts'
import { AnswerPage } from './AnswerPage.tsx'
import { EntityPage } from './EntityPage.tsx'
import { HomePage } from './HomePage.tsx'

// Pages that few begin with come in chunks of their own.
const DocumentPage = lazy(async () => ({ default: (await import('./DocumentPage.tsx')).DocumentPage }))
const ReviewPage = lazy(async () => ({ default: (await import('./ReviewPage.tsx')).ReviewPage }))
const QualityPage = lazy(async () => ({ default: (await import('./QualityPage.tsx')).QualityPage }))
const OverviewPage = lazy(async () => ({ default: (await import('./OverviewPage.tsx')).OverviewPage }))
const PortraitPage = lazy(async () => ({ default: (await import('./PortraitPage.tsx')).PortraitPage }))

interface Props {
  view: View
  go: Go
  model: Loaded<ModelAnswer>
}

/** The page that the address asks for. */
function Current({ view, go, model }: Props) {
  const { target, entity } = view
  if (target?.kind === 'QUESTION')
    return <AnswerPage key={target.question} question={target.question} view={view} go={go} model={model} />
  if (target?.kind === 'DOCUMENT') return <DocumentPage key={target.id} id={target.id} at={target.at} />
  if (target?.kind === 'PORTRAIT') return <PortraitPage key={target.id} id={target.id} />
  if (target?.kind === 'TOOL') {
    switch (target.tool) {
      case 'review':
        return <ReviewPage />
      case 'quality':
        return <QualityPage />
      case 'overview':
        return <OverviewPage model={model} />
    }
  }
  if (entity !== null) return <EntityPage key={entity} id={entity} view={view} go={go} model={model} />
  return <HomePage view={view} go={go} model={model} />
}

/** The whole page: the bar on top, and below it what the address asks for. */
export function App() {
  const [view, go] = useView()
  const model = useModelAnswer()
  const scheme = useComputedColorScheme('light')
  const words = useMemo(() => wordsOf(view.language, scheme, model.data), [view.language, scheme, model.data])
  const navigation = useMemo(() => ({ view, go }), [view, go])
  const { text } = words
  useEffect(() => {
    if (IS_EMBEDDED) document.documentElement.dataset['embed'] = 'true'
  }, [])
  useEffect(() => {
    document.documentElement.lang = view.language === 'en' ? 'en' : 'zh-CN'
  }, [view.language])

  const { target } = view
  const question = target?.kind === 'QUESTION' ? target.question : ''
  return (
    <WordsContext value={words}>
      <NavigationContext value={navigation}>
        {!IS_EMBEDDED && (
          <header className="bar">
            <ViewLink className="brand" to={goHome} label={text.home}>
              <img src="/icon.svg" alt="" width="26" height="26" />
              <span>{text.brand}</span>
            </ViewLink>
            {(view.entity !== null || target !== null) && (
              <div className="bar-search">
                <SearchBox
                  key={`${view.entity ?? ''} ${question}`}
                  initial={question}
                  onPick={(id) => {
                    go(openEntity(view, id), 'push')
                  }}
                  onAsk={(asked) => {
                    go(openTarget(view, { kind: 'QUESTION', question: asked }), 'push')
                  }}
                />
              </div>
            )}
            <nav className="tools" aria-label={text.pages.tools}>
              {TOOLS.map((tool) => (
                <ViewLink
                  key={tool}
                  current={target?.kind === 'TOOL' && target.tool === tool}
                  to={(from) => openTarget(from, { kind: 'TOOL', tool })}
                >
                  {text.pages.toolNames[tool]}
                </ViewLink>
              ))}
            </nav>
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
        <Suspense fallback={<Loading />}>
          <Current view={view} go={go} model={model} />
        </Suspense>
      </NavigationContext>
    </WordsContext>
  )
}
