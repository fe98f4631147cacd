/** The names that extension data accepts; a wrong one is a fault in our code and never reaches the network. */

const maxId = 50;
const maxCollection = 100;
/** Characters of no Windows file name: the service refuses them in ids. */
const refused = /[<>:"/\\|?*\p{Cc}]/u;

/** Throws RangeError for a collection or id that the service would refuse. */
export function checkNames(collection: string, id?: string): void {
  if (collection === '' || collection.length > maxCollection || refused.test(collection)) {
    throw new RangeError(`"${collection.slice(0, 120)}" cannot be the name of a collection.`);
  }
  if (id !== undefined && (id === '' || id.length > maxId || refused.test(id))) {
    throw new RangeError(`"${id.slice(0, 120)}" cannot be the id of a document.`);
  }
}

/** Throws RangeError for an etag that is not a version: -1 would overwrite whatever is there. */
export function checkEtag(etag: number): void {
  if (!Number.isInteger(etag) || etag < 0)
    throw new RangeError(`${String(etag)} is not the version of a document.`);
}
