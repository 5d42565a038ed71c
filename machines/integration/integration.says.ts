/** A connection to another company in plain language. */
import type { Says } from '../kit/says.ts'

export const integrationSays: Says = {
  title: 'A connection to another company',
  summary:
    'One connection of a workspace to GitHub, Anthropic, npm or Open VSX. It counts as connected only once that company confirmed the key, and ends without a copy of the key here.',
  events: {
    'credential.given': 'A member pasted a key.',
    'authorization.begun': 'A member went to the company’s page to allow it.',
    'authorization.granted': 'The member came back with a yes from the company.',
    'authorization.denied': 'The member came back with a no from the company.',
    'check.asked': 'A member asked whether the key still works.',
    'integration.retried': 'Somebody, or the clean-up, asked to try again.',
    'disconnect.asked': 'A member wants it disconnected.',
    'workspace.closed': 'The workspace is being taken away.',
  },
  delays: {
    formLifetime: 'Nobody gave a working key in time.',
    authorizationLifetime: 'Nobody came back from the company’s page in time.',
    askAgain: 'The next try to reach the company is due.',
    healthCheck: 'A look whether the key still works is due.',
    recheck: 'A look whether the broken key works again is due.',
    forgetAgain: 'The next try to delete what is kept here is due.',
  },
  answers: {
    'exchangeCode done': 'The company gave a key.',
    'exchangeCode failed': 'The company gave no key, or did not answer.',
    'checkCredential done': 'The company confirmed the key.',
    'checkCredential failed': 'The company refused the key, or did not answer.',
    'checkHealth done': 'The key still works.',
    'checkHealth failed': 'The company refused the key, or did not answer.',
    'tellBroken done': 'Those who could connect it again were told.',
    'tellBroken failed': 'They could not be told; the page says it all the same.',
    'recheck done': 'The broken key works again.',
    'recheck failed': 'The key works no better than before.',
    'revokeCredential done': 'The key is taken back there, or a person has to do it.',
    'revokeCredential failed': 'The key could not be taken back.',
    'forgetIntegration done': 'Nothing of the key is left here.',
    'forgetIntegration failed': 'What is kept here could not be deleted yet.',
  },
  guards: {
    isAuthorized: 'this company asks on a page of its own',
    isTyped: 'this company gives keys to paste',
    wasConnected: 'it worked once',
    isRefused: 'the company’s answer is no',
    hasCode: 'the yes was not exchanged for a key yet',
    hasCredential: 'there is a key',
    isClosing: 'the workspace is being taken away',
  },
  effects: {
    exchangeCode: 'exchanges the company’s yes for a key',
    checkCredential: 'tries the key at the company',
    tellBroken: 'tells those who could connect it again',
    revokeCredential: 'asks the company to take the key back',
    forgetIntegration: 'deletes what is kept of it here',
  },
}
