import { useEffect } from 'react'

/** Names the page in its tab and to screen readers (WCAG 2.4.2). */
export function useTitle(...parts: string[]): void {
  const title = [...parts, 'Tenure'].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
