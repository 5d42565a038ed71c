/** Runs in the page of receiver.ts. */
import { createBrowserReceiver, type StatelyInspectionEvent } from '@statelyai/inspect'

const heard: StatelyInspectionEvent[] = []
Object.assign(globalThis, { heard })
createBrowserReceiver().subscribe((event) => void heard.push(event))
