/**
 * Lessons of incidents on their way from a project to those who keep the organisation's knowledge: one document each,
 * in a collection of the whole organisation. Any member can write there: what does not hold is counted and not shown.
 */
import { readLessonProposal } from '../core/kb/lesson-proposal';
import type { LessonProposal } from '../core/kb/lesson-proposal';
import { overlaySchema } from '../core/kb/overlay-schema';
import { lessonId, lessonProposal } from '../core/operate/lesson';
import type { Incident } from '../core/model/incident';
import type { Model } from '../core/model/model';
import { textHash } from '../core/model/text-hash';
import * as v from 'valibot';
import { ModelError } from './model-error';
import { DocumentError } from './ports';
import type { Ports, StoredDocument } from './ports';

/** Of the whole organisation: no project in its name. */
export const lessonsCollection = 'w1.lessons';

type LessonPorts = Pick<Ports, 'documents' | 'clock' | 'person'>;

export interface StoredLesson extends LessonProposal {
  readonly document: StoredDocument;
}
export interface LessonList {
  /** The newest first. */
  readonly lessons: readonly StoredLesson[];
  /** Documents that do not hold. */
  readonly unreadable: number;
}

const documentId = (lesson: string): string => `lesson.${textHash(lesson)}`;

/** One request. Rejects with AccessError. */
export async function readLessons({ documents }: Pick<Ports, 'documents'>): Promise<LessonList> {
  const stored = await documents.list(lessonsCollection);
  const lessons = stored.flatMap((document): readonly StoredLesson[] => {
    const read = readLessonProposal(document);
    // The id follows from the lesson: one under another id is nobody's.
    return read && document.id === documentId(read.lesson) ? [{ ...read, document }] : [];
  });
  return {
    lessons: [...lessons].sort((a, b) => (a.at < b.at ? 1 : -1)),
    unreadable: stored.length - lessons.length,
  };
}

const nameOf = async ({ person }: LessonPorts): Promise<string> => (await person?.())?.name ?? 'unknown';

/** Sends it, or sends it anew with what the incident says now; an answer of before is gone then. */
export async function proposeLesson(
  ports: LessonPorts,
  given: { readonly project: string; readonly model: Model; readonly incident: Incident },
): Promise<void> {
  const { project, model, incident } = given;
  const artefact = lessonProposal(model, incident);
  const overlay = v.safeParse(overlaySchema, artefact && JSON.parse(artefact.content));
  if (!overlay.success) throw new ModelError('missing', 'Write down what the next model should know first.');
  const lesson = lessonId(incident);
  const content = {
    id: documentId(lesson),
    schema: 1,
    kind: 'lesson',
    lesson,
    model: model.info.name.slice(0, 1000),
    project,
    by: await nameOf(ports),
    at: ports.clock.now(),
    overlay: overlay.output,
  } as const;
  const there = await ports.documents.get(lessonsCollection, content.id);
  if (there) await ports.documents.update(lessonsCollection, { ...content, __etag: there.__etag });
  else await ports.documents.create(lessonsCollection, content);
}

/** Declines with a reason, or with none takes that back. Rejects when somebody else wrote meanwhile. */
export async function answerLesson(
  ports: LessonPorts,
  { document, ...said }: StoredLesson,
  reason: string | undefined,
): Promise<void> {
  const { declined: _before, ...rest } = said;
  const answer =
    reason === undefined
      ? {}
      : { declined: { by: await nameOf(ports), reason: reason.trim(), at: ports.clock.now() } };
  try {
    const { id, __etag } = document;
    await ports.documents.update(lessonsCollection, { ...rest, ...answer, id, __etag });
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new ModelError('busy', 'Somebody else answered or changed it meanwhile; look at it again.');
  }
}
