/** As much of JSON Schema as tools use. */
interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  examples?: unknown[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  minimum?: number;
}

/**
 * A value that fits a tool's schema, the same each time: what the mock model calls the tool with.
 * @example schemaExample({ type: 'object', properties: { city: { type: 'string' } } }) // { city: 'city' }
 */
export function schemaExample(schema: unknown, name = 'value'): unknown {
  const given = (typeof schema === 'object' && schema !== null ? schema : {}) as Schema;
  for (const known of [given.const, given.examples?.[0], given.default, given.enum?.[0]])
    if (known !== undefined) return known;
  if (given.anyOf?.length) return schemaExample(given.anyOf[0], name);
  switch (Array.isArray(given.type) ? given.type[0] : given.type) {
    case 'string':
      return name;
    case 'number':
    case 'integer':
      return given.minimum ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'array':
      return [schemaExample(given.items, name)];
    default:
      return Object.fromEntries(
        Object.entries(given.properties ?? {}).map(([key, of]) => [key, schemaExample(of, key)]),
      );
  }
}
