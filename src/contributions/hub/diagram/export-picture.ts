/** The picture as a file: SVG as text, PNG drawn from it by the browser. */
import type { Picture } from '../../../core/diagram/picture';
import { pictureSvg } from '../../../core/diagram/svg';

/** PNG pixels per diagram unit: sharp in print. */
const density = 2;
/** Browsers refuse larger canvases. */
const mostPixels = 16_000;

export interface PictureFile {
  readonly name: string;
  readonly blob: Blob;
}

const fileName = (title: string): string => title.replace(/[^\p{L}\p{N} _-]/gu, '').trim() || 'diagram';

export function svgFile(picture: Picture, title: string): PictureFile {
  return {
    name: `${fileName(title)}.svg`,
    blob: new Blob([pictureSvg(picture, { title })], { type: 'image/svg+xml' }),
  };
}

function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The browser could not draw the picture.'));
    image.src = address;
  });
}

/** Rejects with a sentence when the browser cannot draw it. */
export async function pngFile(picture: Picture, title: string): Promise<PictureFile> {
  const svg = pictureSvg(picture, { title });
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
  const scale = Math.min(density, mostPixels / Math.max(image.width, image.height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The picture is too large for a PNG. Export it as SVG.');
  return { name: `${fileName(title)}.png`, blob };
}

export function saveFile({ name, blob }: PictureFile): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
