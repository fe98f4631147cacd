/** Figure 1 of the paper as data: threats on one side, stories with their clauses on the other, links between. */
import type { Finding } from '../../core/alignment/finding';
import type { AlignmentPicture, StoryPicture } from '../../core/alignment/picture';
import { applyingLinks, foundClause } from '../../core/alignment/story-links';
import type { FoundClause } from '../../core/clauses/clause';
import type { ModelId } from '../../core/model/ids';
import type { Threat } from '../../core/model/threat';
import type { SeverityName } from '../../core/risk/severity';

/** Anything on the map; `findings` holds the keys of those that are about it. */
interface Marked {
  readonly key: string;
  readonly findings: readonly string[];
}
export interface MapThreat extends Marked {
  readonly model: ModelId;
  readonly threat: Threat;
  readonly severity: SeverityName;
}
export interface MapClause extends Marked {
  readonly clause: FoundClause;
}
export interface MapStory extends Marked {
  readonly story: StoryPicture;
  readonly clauses: readonly MapClause[];
}
export interface MapLink extends Marked {
  readonly threat: string;
  /** Key of a clause, or of a story where the link names none. */
  readonly to: string;
  readonly story: number;
}
export interface FigureMap {
  readonly threats: readonly MapThreat[];
  readonly stories: readonly MapStory[];
  readonly links: readonly MapLink[];
}

export const threatKey = (model: ModelId, threat: string): string => `t/${model}/${threat}`;
export const storyKey = (story: number): string => `s/${story}`;
export const clauseKey = (
  story: number,
  place: { readonly field: string; readonly ordinal: number },
): string => `c/${story}/${place.field}/${place.ordinal}`;

/** What a finding marks: the most exact thing that it names and that is on the map. */
function markOf({ subject }: Finding, drawn: ReadonlySet<string>): string | undefined {
  const { model, link, clause, story, threat } = subject;
  const line = `l/${model ?? ''}/${link ?? ''}`;
  if (drawn.has(line)) return line;
  // A link to a story that is gone has no line: the threat stands alone.
  if (link) return model && threat ? threatKey(model, threat) : undefined;
  if (story !== undefined) return clause ? clauseKey(story, clause) : storyKey(story);
  return model && threat ? threatKey(model, threat) : undefined;
}

function linksOf(picture: AlignmentPicture): readonly Omit<MapLink, 'findings'>[] {
  return applyingLinks(picture).map(({ at, link, threat, story, clause }) => {
    const { id } = at.model.info;
    const found = foundClause(clause);
    return {
      key: `l/${id}/${link.id}`,
      threat: threatKey(id, threat.id),
      to: found ? clauseKey(story.item.id, found) : storyKey(story.item.id),
      story: story.item.id,
    };
  });
}

type Marks = (key: string) => readonly string[];

function marksOf(findings: readonly Finding[], drawn: ReadonlySet<string>): Marks {
  const marks = new Map<string, string[]>();
  for (const finding of findings) {
    const key = markOf(finding, drawn);
    if (key !== undefined) marks.set(key, [...(marks.get(key) ?? []), finding.key]);
  }
  return (key) => marks.get(key) ?? [];
}

/** Backlog order, then age. */
const byBacklog = (a: StoryPicture, b: StoryPicture): number =>
  (a.item.order ?? Number.MAX_SAFE_INTEGER) - (b.item.order ?? Number.MAX_SAFE_INTEGER) ||
  a.item.id - b.item.id;

/** Threats near their stories, so that few lines cross; those without a story last, worst first. */
function arranged(threats: readonly MapThreat[], links: readonly MapLink[], order: readonly MapStory[]) {
  const rows = new Map(order.map(({ story }, i) => [story.item.id, i]));
  const middle = (key: string): number => {
    const own = links.filter((link) => link.threat === key).map((link) => rows.get(link.story) ?? 0);
    return own.length === 0 ? Number.MAX_SAFE_INTEGER : own.reduce((sum, row) => sum + row, 0) / own.length;
  };
  const places = new Map(threats.map(({ key }) => [key, middle(key)]));
  const place = ({ key }: MapThreat) => places.get(key) ?? 0;
  return [...threats].sort((a, b) => place(a) - place(b));
}

/** Threats that apply, stories that are linked or that a finding names, and the links between them. */
export function figureMap(picture: AlignmentPicture, findings: readonly Finding[]): FigureMap {
  const named = new Set(findings.flatMap(({ subject }) => subject.story ?? []));
  const lines = linksOf(picture);
  const marks = marksOf(findings, new Set(lines.map(({ key }) => key)));
  const links = lines.map((line) => ({ ...line, findings: marks(line.key) }));
  const linked = new Set(links.map(({ story }) => story));
  const stories: MapStory[] = [];
  for (const story of [...picture.stories.values()].sort(byBacklog)) {
    const { id } = story.item;
    if (!linked.has(id) && !named.has(id)) continue;
    const clauses = story.clauses.map((clause) => {
      const key = clauseKey(id, clause);
      return { key, findings: marks(key), clause };
    });
    stories.push({ key: storyKey(id), findings: marks(storyKey(id)), story, clauses });
  }
  const threats = picture.models.flatMap(({ model, assessment }) =>
    [...assessment.threats.values()]
      .filter(({ applies }) => applies)
      // Severity, not what is left of it: the work item form and the model say the same word of a threat.
      .map(({ threat, severity }): MapThreat => {
        const key = threatKey(model.info.id, threat.id);
        return { key, findings: marks(key), model: model.info.id, threat, severity };
      }),
  );
  return { threats: arranged(threats, links, stories), stories, links };
}
