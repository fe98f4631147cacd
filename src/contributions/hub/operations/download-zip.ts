/** Files as one download. The packer is loaded when somebody asks for it. */
import { handOver } from '../../../ui/hand-over';

export { downloadText } from '../../../ui/hand-over';

/** The earliest date that a zip can say, so that two downloads of one model are the same bytes. */
const date = new Date(1980, 0, 1, 12);

/** A file name that every system takes. */
export const fileName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80) || 'without';

export async function zipOf(
  files: readonly { readonly path: string; readonly content: string }[],
): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate');
  return zipSync(Object.fromEntries(files.map(({ path, content }) => [path, strToU8(content)])), {
    mtime: date,
  });
}

/** Hands the zip to the browser under the name. */
export async function downloadZip(
  name: string,
  files: readonly { readonly path: string; readonly content: string }[],
): Promise<void> {
  const bytes = await zipOf(files);
  handOver(`${fileName(name)}.zip`, new Blob([new Uint8Array(bytes)], { type: 'application/zip' }));
}
