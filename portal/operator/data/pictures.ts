/** Pictures of the charts, each loaded when it is first looked at. */
import { useQuery } from '@tanstack/react-query'
import { type PictureFile, unpack } from '../../../machines/kit/picture-file.ts'

const files = import.meta.glob<PictureFile>('../../../machines/*/*.picture.json', { import: 'default' })

/** `signIn` → `sign-in` */
const fileName = (chart: string) => chart.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function fileOf(chart: string) {
  const name = fileName(chart)
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

const configurations = import.meta.glob<string>('../../../docs/flows/*.json', { query: '?raw', import: 'default' })

/** The chart's configuration as JSON, as the Stately editor takes it. Null for a chart this build has none of. */
export const useConfiguration = (chart: string) =>
  useQuery({
    queryKey: ['configuration', chart],
    staleTime: Infinity,
    queryFn: async () => (await configurations[`../../../docs/flows/${fileName(chart)}.json`]?.()) ?? null,
  })
