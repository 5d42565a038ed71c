/** Names inside an archive, and of the archive: no path of their own, none twice. */

/** A name made of letters, digits, dots and dashes; never empty, never hidden, never a way up. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9.]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80)
  return plain === '' ? 'unnamed' : plain
}

/** Gives each name once: the second `a.csv` is `a-2.csv`. Compared without case, as some file systems do. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    const [, stem, ending] = /^(.*?)((?:\.[A-Za-z0-9]+)?)$/.exec(safeName(name))!
    for (let number = 1; ; number++) {
      const tried = number === 1 ? `${stem}${ending}` : `${stem}-${number}${ending}`
      if (taken.has(tried.toLowerCase())) continue
      taken.add(tried.toLowerCase())
      return tried
    }
  }
}
