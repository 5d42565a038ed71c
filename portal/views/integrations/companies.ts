/** What the portal says about each company a workspace can be connected to. */
import type { IntegrationKind } from '../../../machines/integration/integration.types.ts'

export interface Company {
  readonly name: string
  /** What it is for, in one line. */
  readonly purpose: string
  /** What is typed; null where people go to the company instead. */
  readonly key: {
    readonly label: string
    /** Within a sentence. */
    readonly called: string
    readonly help: string
  } | null
  /** What a working key opens, for the head of the list: "12 repositories". */
  readonly opens: (count: string) => string
  /** Said where there is nothing to list. */
  readonly opensNothing: string
  /** Where a person deletes the key. */
  readonly deleteAt: string
}

const some = (one: string, many: string) => (count: string) => `${count} ${count === '1' ? one : many}`

export const companies: Record<IntegrationKind, Company> = {
  github: {
    name: 'GitHub',
    purpose: 'Source control: the repositories your projects are built from.',
    key: null,
    opens: some('repository', 'repositories'),
    opensNothing: 'No repository can be seen with it.',
    deleteAt: 'GitHub’s settings, under Applications',
  },
  anthropic: {
    name: 'Anthropic',
    purpose: 'Claude for the agents of this workspace, on your own key.',
    key: {
      label: 'API key',
      called: 'API key',
      help: 'Made in the Claude Console, under API keys. It begins with sk-ant-.',
    },
    opens: some('model', 'models'),
    opensNothing: 'No model can be used with it.',
    deleteAt: 'the Claude Console, under API keys',
  },
  npm: {
    name: 'npm',
    purpose: 'Packages, published and installed in your name.',
    key: {
      label: 'Access token',
      called: 'access token',
      help: 'Made in your npm account, under Access Tokens. It begins with npm_.',
    },
    opens: some('package', 'packages'),
    opensNothing: 'It works for this account.',
    deleteAt: 'your npm account, under Access Tokens',
  },
  openvsx: {
    name: 'Open VSX',
    purpose: 'Extensions for editors, published in your namespace.',
    key: {
      label: 'Access token',
      called: 'access token',
      help: 'Made in your Open VSX settings, under Access Tokens.',
    },
    opens: some('extension', 'extensions'),
    opensNothing: 'The namespace has no extension yet.',
    deleteAt: 'your Open VSX settings, under Access Tokens',
  },
}

/** The name of a kind that may be newer than this page. */
export const companyName = (kind: string): string =>
  Object.hasOwn(companies, kind) ? companies[kind as IntegrationKind].name : 'A connected service'
