/** `DevOps.HostControl`: what an extension page tells the page around it, and asks of it. */
import type { PlacedContribution } from '../page/contributions';
import type { Shell } from '../page/shell';
import { handshakeFor, type Handshake } from './handshake';

export interface FrameEvents {
  onHandshake(): void;
  onLoaded(): void;
  onFailed(reason: string): void;
  /** Pixels, as the page measured itself. */
  onResize(width: number, height: number): void;
}

export interface Framed {
  readonly shell: () => Shell;
  readonly placed: PlacedContribution;
  readonly configuration: Readonly<Record<string, unknown>>;
  readonly events: FrameEvents;
}

/** Errors cross the channel as plain objects, so instanceof would never hold here. */
function reasonOf(problem: unknown): string {
  if (typeof problem === 'string' && problem !== '') return problem;
  if (typeof problem === 'object' && problem !== null && 'message' in problem) return String(problem.message);
  return 'The page reported that it failed to load, without a reason.';
}

function base64url(value: object): string {
  return btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The original signs this with the extension's certificate, which no local host has: unsigned, "alg" says so. */
function appToken(shell: Shell): string {
  const hour = 3600;
  const payload = { nameid: shell.user.id, exp: Math.floor(Date.now() / 1000) + hour };
  return `${base64url({ typ: 'JWT', alg: 'none' })}.${base64url(payload)}.`;
}

export function hostControl({ shell, placed, configuration, events }: Framed) {
  return {
    initialHandshake(options?: { loaded?: boolean }): Handshake {
      events.onHandshake();
      // A page that does not say `loaded: false` is ready as soon as it has shaken hands.
      if (options?.loaded !== false) events.onLoaded();
      return handshakeFor(shell(), placed, configuration);
    },
    notifyLoadSucceeded: () => events.onLoaded(),
    notifyLoadFailed: (problem: unknown) => events.onFailed(reasonOf(problem)),
    resize: (width: number, height: number) => events.onResize(width, height),
    getAccessToken: () => ({ token: shell().user.token }),
    getAppToken: () => ({ token: appToken(shell()) }),
    // Only pages in a sandbox need a store in the host page; ours have an origin of their own.
    updateSandboxedStorage: () => undefined,
  };
}
