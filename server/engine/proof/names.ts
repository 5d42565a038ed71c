/**
 * Children and timers the chart left unnamed get names from a counter, and the live interpreter's counts other things
 * too. Pairs the two sides' names by the order in which the children were made.
 */

const unnamed = /x:\d+/g

/** Pairs names step after step; what was paired once stays paired. */
export class Names {
  private readonly live = new Map<string, string>()
  private readonly planned = new Map<string, string>()
  private readonly liveByPlanned = new Map<string, string>()

  /** Both sides' children as they are now. */
  pair(liveIds: readonly string[], plannedIds: readonly string[]) {
    const left = newest(liveIds, this.live)
    const right = newest(plannedIds, this.planned)
    for (let index = 0; index < Math.min(left.length, right.length); index++) {
      const name = `unnamed ${this.live.size + 1}`
      this.live.set(left[index]!, name)
      this.planned.set(right[index]!, name)
      this.liveByPlanned.set(right[index]!, left[index]!)
    }
  }

  liveOf(plannedId: string): string {
    return this.liveByPlanned.get(plannedId) ?? plannedId
  }

  ofLive(text: string): string {
    return text.replaceAll(unnamed, (id) => this.live.get(id) ?? 'unnamed')
  }

  ofPlanned(text: string): string {
    return text.replaceAll(unnamed, (id) => this.planned.get(id) ?? 'unnamed')
  }
}

const newest = (ids: readonly string[], known: Map<string, string>) =>
  ids.filter((id) => id.startsWith('x:') && !known.has(id)).toSorted((a, b) => Number(a.slice(2)) - Number(b.slice(2)))
