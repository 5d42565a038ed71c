/** Downloading an export: the token that opens its file, for whoever may take everything out. */
import * as z from 'zod/mini'
import { accessTo, mustBeAble } from './flow-access.ts'
import { tenantId, tenantProcedure } from './tenant-procedure.ts'
import { absent, Problem, router } from './trpc.ts'

export const exportRouter = router({
  /** What a page posts to get the file. The token is good for nothing else, and until the file is deleted. */
  download: tenantProcedure
    .input(z.strictObject({ tenant: tenantId, id: z.string().check(z.maxLength(200)) }))
    .mutation(async ({ ctx: { ports, member, tenant, caller }, input: { id } }) => {
      mustBeAble(member, 'data.export')
      const found = await ports.engine.whose(id)
      if (found?.tenant !== tenant || found.flow !== 'export') throw absent()
      await accessTo({ ports, caller }, id)
      if ((await ports.engine.view(id, 'system'))?.value !== 'ready')
        throw new Problem('CONFLICT', 'export.notReady', 'This export cannot be downloaded. Make another one.')
      return { action: `${ports.publicUrl}/exports/download`, token: ports.tokens.tokenFor(`download/${id}`) }
    }),
})
