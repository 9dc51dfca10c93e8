import { Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useWords } from '../words.ts'

/** Light or dark: as the system is until it is chosen here; the browser remembers the choice. */
export function SchemeSwitch() {
  const { text } = useWords()
  // Switching transitions off meanwhile would take a <style> element, which the content security policy forbids.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const isDark = useComputedColorScheme('light') === 'dark'
  return (
    <Button
      className="scheme"
      variant="subtle"
      size="compact-sm"
      aria-pressed={isDark}
      onClick={() => {
        setColorScheme(isDark ? 'light' : 'dark')
      }}
    >
      {text.dark}
    </Button>
  )
}
