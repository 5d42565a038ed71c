import { describe, expect, it } from 'vitest'
import { countTests } from './stages.ts'

const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) })

describe('counting a test run', () => {
  it('counts its tests', () => {
    const report = { numPassedTests: 5, numFailedTests: 2, testResults: [file('passed', 3), file('failed', 4)] }
    expect(countTests(report, 1)).toEqual({ passed: 5, failed: 2 })
  })

  it('counts a file that could not be loaded as one failure', () => {
    const report = { numPassedTests: 5, numFailedTests: 0, testResults: [file('passed', 5), file('failed', 0)] }
    expect(countTests(report, 1)).toEqual({ passed: 5, failed: 1 })
  })

  it.each([
    ['no test ran', { numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0, 0],
    [
      'it failed without naming a test',
      { numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 3)] },
      1,
      3,
    ],
    ['it left no report', null, 0, 0],
  ])('counts as failed when %s', (_, report, exitCode, passed) => {
    expect(countTests(report, exitCode)).toEqual({ passed, failed: 1 })
  })
})
