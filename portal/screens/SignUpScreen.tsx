/** The sign-up on a page of our own: the widget's React component, as any React page would use it. */
import { lazy, Suspense } from 'react'
import { DEFAULT_EMBEDDING_KEY } from '../../machines/vocabulary/embedding.ts'
import { WaitingView } from '../views/WaitingView.tsx'
import { useTitle } from './useTitle.ts'

const SignUp = lazy(async () => {
  const [{ TenureFlow }] = await Promise.all([import('../../widget/react.tsx'), import('../../ui/widget.css')])
  return { default: TenureFlow }
})

export function SignUpScreen() {
  useTitle('Create your workspace')
  return (
    <main className="min-h-dvh bg-canvas px-4 py-8 *:mx-auto *:max-w-[400px] grid content-center">
      <Suspense fallback={<WaitingView label="the sign-up" />}>
        <SignUp flow="onboarding" embeddingKey={DEFAULT_EMBEDDING_KEY} />
      </Suspense>
    </main>
  )
}
