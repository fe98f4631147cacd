/** The ranked candidates of a finding as rows to choose from. */
import * as React from 'react';
import type { Finding } from '../../../core/alignment/finding';
import type { AlignmentPicture } from '../../../core/alignment/picture';
import { rankCandidates } from '../../../core/alignment/rank-candidates';
import type { Candidate } from '../../../core/alignment/rank-candidates';
import type { FoundClause } from '../../../core/clauses/clause';
import type { ModelId, ThreatId } from '../../../core/model/ids';
import { useReach } from '../../tab-parts/desk-context';
import { ClauseWords } from '../../tab-parts/Facts';
import { clauseAt } from '../../tab-parts/linked-clauses';
import type { Choosable } from './MendParts';

/** More than this is a search, and there is one below the list. */
const shown = 4;

export type Chosen =
  | { readonly kind: 'story'; readonly story: number }
  | { readonly kind: 'clause'; readonly story: number; readonly clause: FoundClause }
  | { readonly kind: 'threat'; readonly model: ModelId; readonly threat: ThreatId };

function rowOf(
  picture: AlignmentPicture,
  candidate: Candidate,
  choose: (chosen: Chosen) => void,
): Choosable | undefined {
  const { because } = candidate;
  if (candidate.kind === 'threat') {
    const { model, threat: id } = candidate.ids;
    const threat = picture.models.find((each) => each.model.info.id === model)?.model.threat.get(id);
    if (!threat) return undefined;
    const onChoose = () => choose({ kind: 'threat', model, threat: id });
    return { key: `${model}/${id}`, label: threat.title, spoken: threat.title, because, onChoose };
  }
  const story = picture.stories.get(candidate.ids.story);
  if (!story) return undefined;
  const { id, title } = story.item;
  if (candidate.kind === 'story') {
    const onChoose = () => choose({ kind: 'story', story: id });
    return { key: String(id), label: `#${id} ${title}`, spoken: `#${id} ${title}`, because, onChoose };
  }
  const place = candidate.ids.clause;
  const clause = clauseAt(story, place);
  if (!clause) return undefined;
  const label = (
    <>
      #{id} {title}: <ClauseWords text={clause.text} />
    </>
  );
  const onChoose = () => choose({ kind: 'clause', story: id, clause });
  return {
    key: `${id}/${place.field}/${place.ordinal}`,
    label,
    spoken: `#${id}, WITHOUT ${clause.text}`,
    because,
    onChoose,
  };
}

/** The likeliest few, best first. */
export function useCandidates(finding: Finding, choose: (chosen: Chosen) => void): readonly Choosable[] {
  const { picture } = useReach();
  const ranked = React.useMemo(() => rankCandidates(picture, finding).slice(0, shown), [picture, finding]);
  return ranked.flatMap((candidate) => rowOf(picture, candidate, choose) ?? []);
}
