/** For whoever keeps the books of a workspace. */
import type { Permission } from '../../machines/vocabulary/permissions.ts'
import { mustBeAble } from './flow-access.ts'
import { tenantProcedure } from './tenant-procedure.ts'

export const bookkeeper = (permission: Permission) =>
  tenantProcedure.use(({ ctx, next }) => {
    mustBeAble(ctx.member, permission)
    return next({ ctx })
  })
