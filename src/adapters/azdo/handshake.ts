/** The first words with the page of Azure DevOps that hosts us, and the requests that its token allows. */
import * as SDK from 'azure-devops-extension-sdk';
import { once } from '../../app/once';
import { askForPatience } from '../../app/patience';
import { AccessError } from '../../app/ports';
import { hostAnswer, hostPatience } from './host-answer';
import { PageHttp } from './page-http';

/** `SDK.init` never rejects and never ends outside a host (platform facts 2.2), so it races this. Milliseconds. */
const handshakeTimeOut = 15_000;

const sleep = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** Ends when the host has answered the handshake; rejects with a sentence when there is no host. Once for a page. */
export const startPage: () => Promise<void> = once(async () => {
  const late = sleep(handshakeTimeOut).then(() => {
    throw new AccessError(
      'unreachable',
      'This page works inside Azure DevOps only: its host did not answer.',
    );
  });
  await Promise.race([SDK.init({ loaded: false, applyTheme: true }).then(() => SDK.ready()), late]);
});

/** A fresh token of the person who looks at the page. */
export const pageToken = (): Promise<string> => hostAnswer(() => SDK.getAccessToken(), hostPatience.handle);

/** Requests of this page in that person's name. */
export const pageHttp = (token: () => Promise<string> = pageToken): PageHttp =>
  new PageHttp({
    token,
    fetch: (url, init) => window.fetch(url, init),
    sleep,
    onWait: askForPatience,
    jitter: Math.random,
  });

/** An address to which a path can be added. */
export const withSlash = (address: string): string => (address.endsWith('/') ? address : `${address}/`);
