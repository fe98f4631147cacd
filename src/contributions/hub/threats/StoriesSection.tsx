/** The stories that the threat belongs to: linked by search, unlinked by a button. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { linkStory, unlinkStories } from '../../../core/model/edits/build';
import type { StoryLink } from '../../../core/model/mitigation';
import type { Threat } from '../../../core/model/threat';
import { Pill } from '../../../ui/Marks';
import { StoryPicker } from '../../../ui/StoryPicker';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { WorkItemLink } from '../WorkItemLinks';

function Item({ link }: { readonly link: StoryLink }): React.ReactElement {
  const { items, asked, apply, readOnly } = useModelView();
  const item = items.get(link.story);
  return (
    <li className="wo-item wo-item-head">
      <span className="wo-story">
        <WorkItemLink id={link.story} />
        {item?.title ?? (
          <span className="wo-quiet">{asked.has(link.story) ? 'Deleted, or you may not read it' : '…'}</span>
        )}
        {item && <Pill>{item.state}</Pill>}
      </span>
      {!readOnly && (
        <Button
          subtle={true}
          text="Unlink"
          ariaLabel={`Unlink #${link.story}`}
          onClick={() => apply(unlinkStories([link.id]))}
        />
      )}
    </li>
  );
}

export function StoriesSection({ threat }: { readonly threat: Threat }): React.ReactElement {
  const { app } = useHub();
  const { model, index, apply, readOnly } = useModelView();
  const [adding, setAdding] = React.useState(false);
  const links = index.linksOfThreat(threat.id);
  return (
    <section className="wo-section">
      <h3>Stories</h3>
      {links.length === 0 && !adding && (
        <p className="wo-quiet">No story. A Task for its mitigations will need a story to stand under.</p>
      )}
      <ul className="wo-items">
        {links.map((link) => (
          <Item key={link.id} link={link} />
        ))}
      </ul>
      {adding && (
        <StoryPicker
          label="Story to link"
          find={app.findStories}
          focusFirst="yes"
          taken={links.map((link) => link.story)}
          onPick={(story) => {
            apply(linkStory(model, { threats: [threat.id], story: story.id, newId: app.newId }));
            setAdding(false);
          }}
        />
      )}
      {!readOnly && <Button text={adding ? 'Cancel' : 'Link story…'} onClick={() => setAdding(!adding)} />}
    </section>
  );
}
