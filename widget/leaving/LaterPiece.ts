/** The one piece that is loaded after the first step. */
export { Inside } from './Inside.tsx'
export { ChooseStep } from './steps/ChooseStep.tsx'
export { GoneStep } from './steps/GoneStep.tsx'
export { NoneStep } from './steps/NoneStep.tsx'
export { Typing } from './Typing.tsx'
