/** What the page in the organisation's settings can ask: the knowledge of everybody, and what a change would do. */
import { defaultLimits } from '../core/formats/import-file';
import { importKnowledge } from '../core/formats/import-knowledge';
import type { KnowledgeImport } from '../core/formats/import-knowledge';
import { publishKnowledge, withdrawKnowledge } from './knowledge-store';
import type { Publication } from './knowledge-store';
import { answerLesson, readLessons } from './lessons';
import type { LessonList, StoredLesson } from './lessons';
import { measurePublication } from './measure-publication';
import type { Measured, MeasureRequest } from './measure-publication';
import { readOwnKnowledge } from './own-knowledge';
import type { OwnKnowledge } from './own-knowledge';
import type { KnowledgeExamples, Ports, Projects } from './ports';

/** A parse that takes longer than this is stopped. Milliseconds. */
const importTimeLimit = 15_000;

export type OrganisationPorts = Pick<Ports, 'documents' | 'knowledge' | 'clock' | 'newId' | 'person'> & {
  readonly projects: Projects;
};

export interface OrganisationApp {
  knowledge(): Promise<OwnKnowledge>;
  /** Of the packages that ship; fetched for those who edit. */
  examples(): Promise<KnowledgeExamples>;
  /** Reads a template of another tool; stores nothing. Never throws for a bad file. */
  readTemplate(fileName: string, bytes: Uint8Array): KnowledgeImport;
  measure(request: MeasureRequest): Promise<Measured>;
  publish(publication: Publication): Promise<void>;
  withdraw(id: string, hash: string): Promise<void>;
  /** What projects propose to learn from their incidents. */
  lessons(): Promise<LessonList>;
  /** Declines with a reason; without one takes that back. */
  answerLesson(lesson: StoredLesson, reason: string | undefined): Promise<void>;
}

export function createOrganisationApp(ports: OrganisationPorts): OrganisationApp {
  const milliseconds = () => Date.parse(ports.clock.now());
  return {
    knowledge: () => readOwnKnowledge(ports),
    examples: () => ports.knowledge?.examples?.() ?? Promise.resolve({}),
    readTemplate: (fileName, bytes) => {
      const start = milliseconds();
      const limits = defaultLimits(() => milliseconds() - start > importTimeLimit);
      return importKnowledge({ fileName, bytes, limits, newId: ports.newId, now: ports.clock.now() });
    },
    measure: (request) => measurePublication(ports, request),
    publish: (publication) => publishKnowledge(ports, publication),
    withdraw: (id, hash) => withdrawKnowledge(ports.documents, id, hash),
    lessons: () => readLessons(ports),
    answerLesson: (lesson, reason) => answerLesson(ports, lesson, reason),
  };
}
