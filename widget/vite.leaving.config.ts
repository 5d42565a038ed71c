/** The frame of a leaving: a build of its own, so that nobody who signs up loads any of it. */
import { embedded } from './vite.frame.config.ts'

export default embedded('leaving', 'leaving/main.tsx')
