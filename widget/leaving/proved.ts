/** What the server says to a code that was right. */
export interface LetIn {
  readonly workspaces: readonly { readonly id: string; readonly name: string }[]
  readonly entered: { readonly tenant: string; readonly name: string; readonly token: string } | null
}

/** The code was right: whose it was, what it opens, and how one of several is chosen. */
export interface Proved extends LetIn {
  readonly email: string
  choose(tenant: string): Promise<LetIn>
}
