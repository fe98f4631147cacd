/** Findings of the two policies: the story is split in its form, or a link of it is taken away here. */
import * as React from 'react';
import { applyingLinks } from '../../../core/alignment/story-links';
import { useReach } from '../../tab-parts/desk-context';
import { ClauseWords } from '../../tab-parts/Facts';
import { ItemLink } from '../../tab-parts/ItemLink';
import { unlink } from '../deeds';
import { ChoiceList, Reading } from './MendParts';
import type { MendProps } from './MendParts';

function Split({ story }: { readonly story: number | undefined }): React.ReactElement | null {
  const { picture } = useReach();
  if (story === undefined) return null;
  return (
    <p>
      Open <ItemLink id={story} title={picture.stories.get(story)?.item.title} /> and move a part of it into a
      story of its own.
    </p>
  );
}

export function StoryWithSeveralThreats({ finding }: MendProps): React.ReactElement {
  const { desk, picture, perform } = useReach();
  const { story } = finding.subject;
  const rows = applyingLinks(picture)
    .filter((each) => each.link.story === story)
    .map(({ at, link, threat }) => ({
      key: `${at.model.info.id}/${link.id}`,
      label: threat.title,
      spoken: threat.title,
      because: [],
      onChoose: () =>
        void perform(async () => ({
          message: `“${threat.title}” is no longer linked to #${link.story}.`,
          deed: unlink(desk, at.model.info.id, link.id),
        })),
    }));
  return (
    <>
      <Reading question={finding.readings[0] ?? ''}>
        <Split story={story} />
      </Reading>
      <Reading question={finding.readings[1] ?? ''}>
        <ChoiceList verb="Unlink" rows={rows} />
      </Reading>
    </>
  );
}

export function StoryWithSeveralClauses({ finding }: MendProps): React.ReactElement {
  const { picture } = useReach();
  const { story } = finding.subject;
  const clauses = (story === undefined ? undefined : picture.stories.get(story)?.clauses) ?? [];
  return (
    <>
      <Reading question={finding.readings[0] ?? ''}>
        <Split story={story} />
      </Reading>
      <Reading question={finding.readings[1] ?? ''}>
        <p>Then keep one of them in the story’s own words:</p>
        <ul className="wo-plain-list">
          {clauses.map((clause) => (
            <li key={`${clause.field}/${clause.ordinal}`}>
              <ClauseWords text={clause.text} />
            </li>
          ))}
        </ul>
      </Reading>
    </>
  );
}
