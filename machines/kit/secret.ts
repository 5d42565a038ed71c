/**
 * Marks schema fields whose value must never reach a chart, a journal or a log. The ingress exchanges them first:
 * a password for a reference to its stored hash, a typed code for a verdict, a key for a reference to its sealed value.
 */
import * as z from 'zod/mini'

/** What a secret is, so that the ingress knows how to exchange it. `sealed`: kept sealed, because we have to show it to somebody again. */
export type SecretKind = 'code' | 'password' | 'sealed'

const registry = z.registry<{ secret: SecretKind }>()

/** `password: secret('password', z.string())` */
export function secret<Schema extends z.ZodMiniType>(kind: SecretKind, schema: Schema): Schema {
  registry.add(schema as never, { secret: kind })
  return schema
}

/** The secret fields of an event's schema, by name. Fields inside `optional` count too. */
export function secretFields(schema: z.ZodMiniType): Record<string, SecretKind> {
  const found: Record<string, SecretKind> = {}
  for (const [name, field] of Object.entries(shapeOf(schema))) {
    const kind = kindOf(field)
    if (kind) found[name] = kind
  }
  return found
}

function shapeOf(schema: z.ZodMiniType): Record<string, z.ZodMiniType> {
  return 'shape' in schema.def ? (schema.def.shape as Record<string, z.ZodMiniType>) : {}
}

function kindOf(field: z.ZodMiniType): SecretKind | undefined {
  const own = registry.get(field as never)?.secret
  if (own) return own
  return 'innerType' in field.def ? kindOf(field.def.innerType as z.ZodMiniType) : undefined
}
