/** How a work item is known to be ours: the hyperlink that carries its realisation's id (design: backlog). */
import { asId, mitigationId, modelId, realisationId } from '../model/ids';
import type { MitigationId, ModelId, RealisationId } from '../model/ids';

/** The tag by which our Tasks are found and seen on the backlog (R38). It reveals no weakness. */
export const mitigationTag = 'security-mitigation';

export interface Identity {
  readonly model: ModelId;
  readonly mitigation: MitigationId;
  readonly realisation: RealisationId;
}

/** The address of a mitigation in the hub. `hubUrl` is the hub's page without query. */
export function identityUrl(hubUrl: string, identity: Identity): string {
  const { model, mitigation, realisation } = identity;
  return `${hubUrl}?model=${model}&mitigation=${mitigation}&realisation=${realisation}`;
}

const uuidOf = (name: string) => new RegExp(`[?&#]${name}=([0-9a-f-]{36})(?:[&#]|$)`, 'i');
const parameters = {
  model: uuidOf('model'),
  mitigation: uuidOf('mitigation'),
  realisation: uuidOf('realisation'),
};
const parameter = (url: string, name: keyof typeof parameters): string =>
  parameters[name].exec(url)?.[1]?.toLowerCase() ?? '';

/**
 * The identity in a hyperlink, or undefined for anybody else's link. Host, organisation, project and publisher may
 * have changed since it was written, so only the ids count.
 */
export function parseIdentity(url: string): Identity | undefined {
  const model = asId(modelId, parameter(url, 'model'));
  const mitigation = asId(mitigationId, parameter(url, 'mitigation'));
  const realisation = asId(realisationId, parameter(url, 'realisation'));
  return model && mitigation && realisation ? { model, mitigation, realisation } : undefined;
}

/** Knows the links to a mitigation, whatever realisation of it they name. */
export const leadsTo =
  (mitigation: MitigationId) =>
  (url: string): boolean =>
    parseIdentity(url)?.mitigation === mitigation;

/** The project whose hub a link of ours leads to, by the name that it had then; undefined where the address says none. */
export function hubProject(url: string): string | undefined {
  const name = /\/([^/?#]+)\/_apps\/hub\//.exec(url)?.[1];
  try {
    return name === undefined ? undefined : decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
