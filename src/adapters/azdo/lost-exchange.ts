/** Why fetch gave no answer, in a sentence of our own: what fetch says names addresses and headers. */

const readable = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The word by which Node names the cause of a failed exchange, such as ECONNRESET. */
function causeOf(error: unknown): { readonly code: string; readonly message: string } {
  const cause: unknown = readable(error) ? Reflect.get(error, 'cause') : undefined;
  const said = (name: string): string => {
    const value: unknown = readable(cause) ? Reflect.get(cause, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return { code: said('code'), message: said('message') };
}

/** The other side closed the connection: mostly one that was kept from an earlier call, in the moment it was used. */
const closed = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/;

/** True when the connection was closed before the whole answer came. */
export function isConnectionLost(error: unknown): boolean {
  return closed.has(causeOf(error).code);
}

/** A sentence for a person; `seconds` is how long an answer was waited for. */
export function lostExchange(
  error: unknown,
  { host, seconds }: { readonly host: string; readonly seconds: number },
): string {
  const { code, message } = causeOf(error);
  if (message === 'unexpected redirect')
    return `${host} redirects elsewhere, where a token is not sent along; check the address.`;
  if (readable(error) && Reflect.get(error, 'name') === 'TimeoutError')
    return `${host} did not answer within ${seconds} seconds.`;
  if (isConnectionLost(error)) return `${host} closed the connection before it had answered.`;
  if (untrusted.test(code))
    return `The certificate of ${host} is not trusted (${code}); NODE_EXTRA_CA_CERTS names a company’s own authority.`;
  return `${host} cannot be reached; check the address and the connection.`;
}
