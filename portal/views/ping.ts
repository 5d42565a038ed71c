/** The command that proves a key works; RFC 6750 names the header. */
export const pingCommand = (url: string, key: string): string => `curl ${url} -H "Authorization: Bearer ${key}"`
