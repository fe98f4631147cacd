/** The one way by which text gets into WIQL: quoted, with quotes doubled (platform facts 5.5). */

/** A WIQL string literal. Control characters are dropped: no field holds them and some parsers stumble. */
export function wiqlText(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is meant here
  return `'${text.replace(/[\u0000-\u001f]/g, ' ').replace(/'/g, "''")}'`;
}
