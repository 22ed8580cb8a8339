/** Numbers that JSON cannot carry (−0, NaN, ±Infinity) written as marked strings, so that a state returns bit for bit. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** No string of ours begins so. */
const MARK = '#';

/** Plain data as JSON that loses nothing. */
export function toJson(value: unknown): Json {
  if (typeof value === 'number')
    return Object.is(value, -0) || !Number.isFinite(value) ? `${MARK}${spell(value)}` : value;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    return Object.fromEntries(entries.map(([key, entry]) => [key, toJson(entry)]));
  }
  throw new Error(`a ${typeof value} is no plain data`);
}

const spell = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** The data that `toJson` wrote. */
export function fromJson(json: Json): unknown {
  if (typeof json === 'string') return json.startsWith(MARK) ? Number(json.slice(MARK.length)) : json;
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map(fromJson);
  return Object.fromEntries(Object.entries(json).map(([key, entry]) => [key, fromJson(entry)]));
}
