/** What every store must keep. Each backend calls this with its own way of opening one. */
import { describe } from 'vitest'
import type { Open } from './contract/opened.ts'
import { stepContract } from './contract/steps.ts'
import { workContract } from './contract/work.ts'

export function storeContract(name: string, open: Open): void {
  describe(`the store on ${name}`, () => {
    stepContract(open)
    workContract(open)
  })
}
