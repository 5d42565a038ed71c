import { describe, expect, it } from 'vitest'
import { openClock } from './clock.ts'

function told() {
  const heard: string[] = []
  const clock = openClock(1000)
  const say = (word: string, ms: number) => clock.setTimeout(() => heard.push(`${word} ${clock.now()}`), ms)
  return { clock, heard, say }
}

describe('the clock of a story', () => {
  it('stands still until it is moved', () => {
    const { clock, heard, say } = told()
    say('a', 0)
    expect([clock.now(), heard]).toEqual([1000, []])
  })

  it('runs what is due in the order it is due, and ties as they were asked for', () => {
    const { clock, heard, say } = told()
    say('late', 20)
    say('first', 10)
    say('second', 10)
    clock.advanceTo(1020)
    expect(heard).toEqual(['first 1010', 'second 1010', 'late 1020'])
  })

  it('runs what becomes due on the way', () => {
    const { clock, heard, say } = told()
    clock.setTimeout(() => say('inner', 5), 10)
    clock.advanceTo(1015)
    expect(heard).toEqual(['inner 1015'])
  })

  it('forgets what was taken back, and never goes back itself', () => {
    const { clock, heard, say } = told()
    clock.clearTimeout(say('gone', 10))
    clock.advanceTo(1050)
    clock.advanceTo(1020)
    expect([clock.now(), heard]).toEqual([1050, []])
  })

  it('does not let a chart hang the page', () => {
    const { clock } = told()
    const again = () => void clock.setTimeout(again, 0)
    again()
    expect(() => clock.advanceTo(1000)).toThrow('more and more')
  })
})
