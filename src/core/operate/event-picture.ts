/** The part of the system that an event tells of, as a picture beside the runbook. */
import { excerptOf } from '../diagram/excerpt';
import { drawPicture, noWorry } from '../diagram/picture';
import { pictureSvg } from '../diagram/svg';
import type { SecurityEvent } from '../model/event';
import type { Model } from '../model/model';
import type { Artefact } from './artefact';
import { fileNameOf } from './artefact';
import { blastRadius } from './blast-radius';
import { oneLine } from './escape';

/** More is a poster, not a picture. */
const most = 60;

export const pictureName = (event: SecurityEvent): string => `pictures/${fileNameOf(event)}.svg`;

/** Undefined where nothing of it is drawn, or too much. */
export function eventPicture(model: Model, event: SecurityEvent): Artefact | undefined {
  const radius = blastRadius(model, event.id);
  if (!radius?.diagram) return undefined;
  const whole = drawPicture(model, radius.diagram, () => noWorry);
  const excerpt = excerptOf(whole, new Set(radius.marks.keys()));
  if (!excerpt || excerpt.elements.length > most) return undefined;
  const title = `What is struck and what is reached: ${oneLine(event.title)}`;
  const description = `Model ${model.info.id}, event ${event.id}`;
  const svg = pictureSvg(excerpt, { title, description, marks: radius.marks });
  return { path: pictureName(event), content: `${svg}\n` };
}
