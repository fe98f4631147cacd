/** Sends a question of the model to a person as a work item, and reads what came back: the answer that was left standing. */
import { asHtml } from '../core/sync/blocks';
import type { SectionBlock } from '../core/sync/blocks';
import { htmlPieces } from '../core/sync/html-pieces';
import { AccessError } from './ports';
import type { Ports } from './ports';
import { hubUrl } from './sync-backlog';

/** By it people find the questions on their backlog. */
export const questionTag = 'security-question';
/** Longer titles are refused (platform facts, work items). */
const longestTitle = 255;

export interface PersonQuestion {
  readonly text: string;
  readonly rationale: string;
  readonly goodAnswer: string;
  /** Labels of the answers; none where the answer is written. */
  readonly answers: readonly string[];
  /** Another title, tag and request than those of a question. */
  readonly as?: {
    readonly title: string;
    readonly tag: string;
    readonly ask: string;
    readonly linkText: string;
  };
  /** Where the answer is entered: parameters of the hub. */
  readonly link: Readonly<Record<string, string>>;
}

function blocksOf(question: PersonQuestion, url: string): readonly SectionBlock[] {
  const { text, rationale, goodAnswer, answers } = question;
  const ask =
    question.as?.ask ??
    (answers.length > 0
      ? 'Keep the answer that is true, delete the others, and close this item. Add below what else one should know.'
      : 'Write the answer below, and close this item.');
  return [
    { kind: 'heading', text },
    { kind: 'paragraph', lines: [rationale] },
    ...(goodAnswer === '' ? [] : [{ kind: 'paragraph' as const, lines: [`A good answer: ${goodAnswer}`] }]),
    { kind: 'paragraph', lines: [ask] },
    { kind: 'items', items: answers.map((label) => ({ strong: '', rest: label })) },
    { kind: 'link', text: question.as?.linkText ?? 'The question in the threat model', url },
  ];
}

/** The number of the new work item, of the type of the task backlog. Rejects with AccessError when it was refused. */
export async function askPerson(
  ports: Pick<Ports, 'backlog'>,
  given: { readonly question: PersonQuestion; readonly hubId: string },
): Promise<number> {
  const { question, hubId } = given;
  const facts = await ports.backlog.facts();
  const url = `${hubUrl(facts.url, hubId)}?${new URLSearchParams(question.link).toString()}`;
  const [result] = await ports.backlog.create([
    {
      type: facts.taskType,
      fields: {
        'System.Title': (question.as?.title ?? `Question: ${question.text}`).slice(0, longestTitle),
        'System.Description': asHtml(blocksOf(question, url)),
        'System.Tags': question.as?.tag ?? questionTag,
      },
      parent: undefined,
      related: [],
      hyperlink: { url, comment: question.as?.linkText ?? 'The question in the threat model' },
    },
  ]);
  if (result?.kind === 'created') return result.id;
  throw new AccessError('unexpected', result?.message ?? 'The work item was not created.');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** The texts between tags; an entity parts a text for the reader, not for people. */
function textsOf(html: string): ReadonlySet<string> {
  const texts = [''];
  for (const piece of htmlPieces(html))
    if (piece.kind === 'words') texts.push(`${texts.pop() ?? ''}${piece.text}`);
    else texts.push('');
  return new Set(texts.map(oneLine));
}

/** The labels that still stand in a description, each as a text of its own. */
export function answersLeft(html: string, labels: readonly string[]): readonly string[] {
  const texts = textsOf(html);
  return labels.filter((label) => texts.has(oneLine(label)));
}

/** What the person left standing in the work item; undefined where it cannot be read. One request. */
export async function readAnswer(
  ports: Pick<Ports, 'backlog'>,
  given: { readonly workItem: number; readonly labels: readonly string[] },
): Promise<readonly string[] | undefined> {
  const item = (await ports.backlog.tasks.read([given.workItem])).get(given.workItem);
  return item && answersLeft(item.description.text, given.labels);
}
