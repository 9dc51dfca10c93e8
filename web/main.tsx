import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Menu.css'
import '@mantine/core/styles/FloatingIndicator.css'
import '@mantine/core/styles/SegmentedControl.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Drawer.css'
import './styles/tokens.css'
import './styles/layout.css'
import './styles/panels.css'
import './styles/table.css'
import './styles/cards.css'
import './styles/answer.css'
import './styles/document.css'
import './styles/review.css'
import './styles/report.css'
import './styles/portrait.css'
import './styles/filters.css'
import './styles/handOn.css'
import './styles/print.css'
import { MantineProvider } from '@mantine/core'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { client } from './api.ts'
import { App } from './pages/App.tsx'

const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element #root')

// The three switches keep Mantine from writing <style> elements, which the content security policy forbids;
// what they would say stands in styles/tokens.css.
createRoot(container).render(
  <StrictMode>
    <MantineProvider
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
      deduplicateInlineStyles={false}
    >
      <Provider value={client}>
        <App />
      </Provider>
    </MantineProvider>
  </StrictMode>,
)
