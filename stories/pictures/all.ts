/** Every chart's picture, by the name of its chart. */
import type { Picture } from '../../machines/kit/picture.ts'
import { type PictureFile, unpack } from '../../machines/kit/picture-file.ts'

const files = import.meta.glob<PictureFile>('../../machines/*/*.picture.json', { eager: true, import: 'default' })

const pictures = new Map(Object.values(files).map((file): [string, Picture] => [file.id, unpack(file)]))

export function pictureOf(id: string): Picture {
  const picture = pictures.get(id)
  if (!picture) throw new Error(`There is no picture of ${id}; \`npm run diagrams\` draws them.`)
  return picture
}
