/** Identifiers that stay the same on every machine, so that seeded documents can refer to them. */
import { createHash } from 'node:crypto';

export const ORGANISATION = { id: '2ad3b6a0-58c1-4b1c-8a44-0f3f0a6f7d11', name: 'local' } as const;
/** The first project of every seed; further ones get ids from their names. */
export const PROJECT = { id: '7c1b9b52-3f0c-4e0a-9d55-5b1f0f2a6c10', name: 'Shop' } as const;
export const TEAM_ID = '5d0c2f7e-9a3b-4c55-8f0e-2b7a6f1d4e21';
export const DEPLOYMENT_ID = '8e4d1a5c-6b7f-4e2d-9c3a-1f5b8d2e7a60';

/** A GUID that depends on the text alone (version 5 layout; the name space is ours). */
export function guidOf(text: string): string {
  const hex = createHash('sha1').update(`host:${text}`).digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isGuid(text: string): boolean {
  return GUID.test(text);
}
