/**
 * The part of the diagram that the item's threats strike. The stored view of an item holds no drawing, so the model is
 * read when somebody wants to see it; who has opened the picture finds it open at the next item of the same frame, and
 * in other frames where the browser keeps that.
 */
import * as React from 'react';
import type { ItemModel, WorkItemReading } from '../../app/read-work-item';
import { useGroup } from './group-context';
import { keepHabit, readHabit } from './picture-habit';

// Nothing of drawing, for those who do not ask for it.
const ItemDrawing = React.lazy(() => import('./ItemDrawing'));

function ModelDrawing(props: {
  readonly item: ItemModel;
  readonly reading: WorkItemReading;
  readonly alone: boolean;
}): React.ReactElement {
  const { item, reading, alone } = props;
  const { session } = useGroup();
  const [open, setOpen] = React.useState(readHabit);
  const id = React.useMemo(() => `drawing${item.id.replace(/-/g, '')}`, [item.id]);
  const toggle = () => {
    keepHabit(!open);
    setOpen(!open);
  };
  return (
    <section aria-label={alone ? 'In the diagram' : `In the diagram of ${item.name}`}>
      <h2>
        <button type="button" className="wg-link" aria-expanded={open} aria-controls={id} onClick={toggle}>
          <span aria-hidden="true">{open ? '▾ ' : '▸ '}</span>
          {alone ? 'In the diagram' : `In the diagram of ${item.name}`}
        </button>
      </h2>
      <div id={id}>
        {open && (
          <React.Suspense fallback={<p className="wg-quiet">Drawing…</p>}>
            <ItemDrawing item={item} reading={reading} session={session} />
          </React.Suspense>
        )}
      </div>
    </section>
  );
}

/** Nothing for an item without a threat that has a place. */
export function ItemDrawings({ reading }: { readonly reading: WorkItemReading }): React.ReactElement {
  const placed = reading.models.filter(({ model }) => model.threat.size > 0);
  return (
    <>
      {placed.map((item) => (
        <ModelDrawing key={item.id} item={item} reading={reading} alone={placed.length === 1} />
      ))}
    </>
  );
}
