/** A file of stories that is written, and the names in it. */

export interface StoryFile {
  readonly path: string
  readonly text: string
}

/** `Code, wrong` → `CodeWrong` */
export const exportName = (name: string) =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
