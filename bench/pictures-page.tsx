/** The page `bench/pictures.ts` measures: mounts a picture, waits for its second frame, takes it away again. */
import { createRoot } from 'react-dom/client'
import account from '../machines/account/account.picture.json'
import { type PictureFile, unpack } from '../machines/kit/picture-file.ts'
import large from '../stories/pictures/large.picture.json'
import { ChartPicture } from '../ui/chart/ChartPicture.tsx'

const files: Readonly<Record<string, unknown>> = { account, large }
const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))

async function measure(name: string): Promise<number> {
  await frame()
  const place = document.querySelector('#root')!
  const root = createRoot(place)
  const from = performance.now()
  root.render(<ChartPicture picture={unpack(files[name] as PictureFile)} selected={null} onChoose={() => {}} />)
  await frame()
  while (!place.querySelector('.tn-sc-node')) await frame()
  await frame()
  const took = performance.now() - from
  root.unmount()
  return took
}

Object.assign(globalThis, { measure })
