/** Where a personal access token may go: to its organisation and the service hosts of the same provider. */

const loopback = /^(127\.0\.0\.1|\[::1\]|localhost|([a-z0-9-]+\.)+localhost)$/;
/** The cloud serves extension data, profiles and search from sibling hosts, e.g. extmgmt.dev.azure.com. */
const cloud = 'dev.azure.com';
/** The older addresses: {organisation}.visualstudio.com, and {organisation}.extmgmt.visualstudio.com. */
const olderCloud = /^([a-z0-9-]+)(\.[a-z0-9-]+)?\.visualstudio\.com$/;

const inCloud = (host: string) => host === cloud || host.endsWith(`.${cloud}`);

function sameProvider(org: URL, target: URL): boolean {
  if (target.origin === org.origin) return true;
  // Service hosts exist over https at the usual port only.
  if (target.protocol !== 'https:' || target.port !== '' || org.protocol !== 'https:' || org.port !== '')
    return false;
  const organisation = olderCloud.exec(org.hostname)?.[1];
  if (organisation === undefined) return inCloud(org.hostname) && inCloud(target.hostname);
  return inCloud(target.hostname) || olderCloud.exec(target.hostname)?.[1] === organisation;
}

/**
 * Why the token of `org` must not be sent to `target`, as a sentence; undefined when it may. Both are absolute
 * addresses. The sentences name hosts only: an address may carry secrets.
 */
export function tokenRefusal(org: string, target: string): string | undefined {
  if (!URL.canParse(org) || !URL.canParse(target)) return 'This is not an address that could be asked.';
  const [from, to] = [new URL(org), new URL(target)];
  if (to.username !== '' || to.password !== '')
    return 'An address must not contain a user name or a password.';
  const plain = to.protocol === 'http:';
  if (!plain && to.protocol !== 'https:')
    return `The token is not sent over ${to.protocol}, only over https.`;
  if (plain && !loopback.test(to.hostname)) {
    return `The token is not sent to ${to.hostname} over plain http; use https.`;
  }
  if (sameProvider(from, to)) return undefined;
  return `The token for ${from.host} is not sent to ${to.host}.`;
}
