/** What a person does in the sign-up, found by what they read there. */
import type { FrameLocator, Locator, Page } from 'playwright'
import { codeIn, mailTo } from './mailbox.ts'
import type { Server } from './server.ts'

/** Where the sign-up stands: in a frame, or as a page. */
export type Place = Page | FrameLocator

export interface Person {
  readonly email: string
  readonly name: string
  readonly company: string
  readonly password: string
}

let addresses = 0
/** An address nobody has given before, not even an earlier try of the same test. */
export const address = (name: string): string => `${name}.${++addresses}@fernhill.studio`

/** The same person each time, at an address of their own. */
export const mara = (name: string): Person => ({
  email: address(name),
  name: 'Mara Lindqvist',
  company: 'Fernhill Studio',
  password: 'correct horse battery',
})

/** The frame of the demo product's page. */
export const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Sign up"]')

export const title = (place: Place, name: string | RegExp): Locator => place.getByRole('heading', { name, level: 1 })

/** The titles people see on their way. */
export const steps = {
  address: 'Create your workspace',
  code: 'Check your email',
  profile: 'Tell us about you',
  plan: 'Choose a plan',
} as const

export async function giveAddress(place: Place, email: string): Promise<void> {
  await place.getByLabel('Work email').fill(email)
  await place.getByRole('button', { name: 'Continue' }).click()
}

/** Up to the moment a code is asked for. */
export async function begin(place: Place, email: string): Promise<void> {
  await giveAddress(place, email)
  await title(place, steps.code).waitFor()
}

export const typeCode = (place: Place, code: string): Promise<void> => place.getByLabel('Six-digit code').fill(code)

/** Looks into the mailbox and types what it says there. */
export async function prove(home: Server, place: Place, email: string): Promise<void> {
  await typeCode(place, codeIn(await mailTo(home.url, email, /is your Tenure code/)))
  await title(place, steps.profile).waitFor()
}

export async function fillProfile(place: Place, { name, company, password }: Omit<Person, 'email'>): Promise<void> {
  await place.getByLabel('Your name').fill(name)
  await place.getByLabel('Company').fill(company)
  await place.getByLabel('Password', { exact: true }).fill(password)
}

export async function tellAboutYou(place: Place, person: Omit<Person, 'email'>): Promise<void> {
  await fillProfile(place, person)
  await place.getByRole('button', { name: 'Continue' }).click()
  await title(place, steps.plan).waitFor()
}

/** Free is the first of the plans, and chosen. */
export async function takeFree(place: Place): Promise<void> {
  await place.getByRole('radio', { name: /Free/ }).check()
  await place.getByRole('button', { name: 'Continue with Free' }).click()
  await title(place, /is ready$/).waitFor()
}

/** The whole way, from the address to a workspace that waits to be opened. */
export async function signUp(home: Server, place: Place, person: Person): Promise<void> {
  await begin(place, person.email)
  await prove(home, place, person.email)
  await tellAboutYou(place, person)
  await takeFree(place)
}
