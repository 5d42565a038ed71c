/** Where a browser keeps the resume token between visits. */
export interface TokenShelf {
  read(): string | null
  write(token: string | null): void
}

/** Keeps the token in this browser. A frame whose storage is blocked, or full, keeps it for as long as the page lives. */
export function browserShelf(name: string): TokenShelf {
  let fallback: string | null = null
  return {
    read() {
      try {
        return localStorage.getItem(name) ?? fallback
      } catch {
        return fallback
      }
    },
    write(token) {
      fallback = token
      try {
        if (token === null) localStorage.removeItem(name)
        else localStorage.setItem(name, token)
      } catch {
        // blocked storage: the memory above is all there is
      }
    },
  }
}
