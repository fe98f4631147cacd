/** The areas a client asks for by id. All live at one address here; the slash at its end is part of the contract. */
import type { Site } from '../../kernel/endpoint';

export interface ResourceArea {
  readonly id: string;
  readonly name: string;
  readonly locationUrl: string;
}

/**
 * A client that does not find its area in this list refuses to work, so every one is here that the original lists of those in
 * the discovery table.
 */
const AREAS: readonly (readonly [id: string, name: string])[] = [
  ['79134c72-4a58-4b42-976c-04e7115f32bf', 'core'],
  ['5264459e-e5e0-4bd8-b118-0985e68a4ec5', 'wit'],
  ['1d4f49f9-02b9-4e26-b826-2cdb6195f2a9', 'work'],
  ['31c84e0a-3ece-48fd-a29d-100849af99ba', 'Dashboard'],
  ['67349c8b-6425-42f2-97b6-0843cb037473', 'Favorite'],
  ['1f131d7f-cfbb-4ec9-b358-fb4e8341ce59', 'Tagging'],
  ['6c2b0933-3600-42ae-bf8b-93d4f7e83594', 'ExtensionManagement'],
  ['8ccfef3d-2b87-4e99-8ccb-66e343d2daa8', 'Profile'],
];

export function resourceAreas(site: Site): readonly ResourceArea[] {
  return AREAS.map(([id, name]) => ({ id, name, locationUrl: `${site.collectionUrl}/` }));
}
