/** Which versions of a package another one can be built on. */

const parts = (version: string): readonly number[] => version.split(/[.-]/).slice(0, 3).map(Number);

/**
 * `^1.2.0` (or `1.2.0`, which means the same) accepts 1.2.0 and later ones up to the next major version: an id never
 * changes its meaning within a major version. Anything else that is not a version accepts nothing.
 */
export function acceptsVersion(range: string, version: string): boolean {
  const [least, given] = [parts(range.replace(/^\^/, '')), parts(version)];
  const [major = NaN, minor = NaN, patch = NaN] = least;
  const [itsMajor = NaN, itsMinor = NaN, itsPatch = NaN] = given;
  if (major !== itsMajor) return false;
  return itsMinor === minor ? itsPatch >= patch : itsMinor > minor;
}
