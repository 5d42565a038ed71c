/** Runs after each file of journeys: whatever servers a failed test left are ended, so that the run can end, too. */
import { afterAll } from 'vitest'
import { removeServers } from './server.ts'

afterAll(removeServers)
