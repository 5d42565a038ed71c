/** Pictures of the charts, each loaded when it is first looked at. */
import { useQuery } from '@tanstack/react-query'
import { type PictureFile, unpack } from '../../../machines/kit/picture-file.ts'

const files = import.meta.glob<PictureFile>('../../../machines/*/*.picture.json', { import: 'default' })

/** `signIn` → `machines/sign-in/sign-in.picture.json` */
function fileOf(chart: string) {
  const name = chart.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return files[`../../../machines/${name}/${name}.picture.json`]
}

/** Null for a chart this build has no picture of. */
export const usePicture = (chart: string | undefined) =>
  useQuery({
    queryKey: ['picture', chart],
    enabled: chart !== undefined,
    staleTime: Infinity,
    queryFn: async () => {
      const file = await fileOf(chart!)?.()
      return file ? unpack(file) : null
    },
  })
