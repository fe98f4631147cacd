/** The body of a long table: only rows near the screen are in the page; groups can be folded. */
import * as React from 'react';
import type { RowGroup } from './table-state';

/** Rows that come and go together. */
const size = 50;
/** Pixels of a row that was never drawn: one line with its padding, as the style sheet has it. */
const guess = 52;

/** Columns that no window is too narrow for: a cell over more would make a column of its own. */
const alwaysThere = 3;

interface BlockProps {
  readonly count: number;
  readonly first: boolean;
  readonly children: () => React.ReactNode;
}

/** Some rows, or an empty one as high as they were. One that holds the focus stays. */
function Block({ count, first, children }: BlockProps): React.ReactElement {
  const body = React.useRef<HTMLTableSectionElement>(null);
  const blind = typeof IntersectionObserver === 'undefined';
  const [near, setNear] = React.useState(first || blind);
  const height = React.useRef(0);
  React.useEffect(() => {
    const { current } = body;
    if (!current || blind) return undefined;
    const look = (entries: readonly IntersectionObserverEntry[]) => {
      const entry = entries[entries.length - 1];
      if (!entry) return;
      if (entry.isIntersecting) return setNear(true);
      if (current.contains(document.activeElement)) return;
      height.current = entry.boundingClientRect.height;
      setNear(false);
    };
    // With the scrolling element as the root the margin counts in a frame of another origin, too.
    const watcher = new IntersectionObserver(look, {
      root: current.closest('main'),
      rootMargin: '1000px 0px',
    });
    watcher.observe(current);
    return () => watcher.disconnect();
  }, [blind]);
  return (
    <tbody ref={body}>
      {near ? (
        children()
      ) : (
        <tr className="wo-far-rows" style={{ height: height.current || count * guess }} aria-hidden="true">
          <td />
        </tr>
      )}
    </tbody>
  );
}

export interface VirtualRowsProps<T> {
  readonly groups: readonly RowGroup<T>[];
  /** One list without headings. */
  readonly flat: 'yes' | 'no';
  readonly renderRow: (row: T) => React.ReactNode;
}

function blocksOf<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const blocks: (readonly T[])[] = [];
  for (let at = 0; at < rows.length; at += size) blocks.push(rows.slice(at, at + size));
  return blocks;
}

export function VirtualRows<T>({ groups, flat, renderRow }: VirtualRowsProps<T>): React.ReactElement {
  const [folded, setFolded] = React.useState<ReadonlySet<string>>(new Set());
  const toggle = (name: string) =>
    setFolded((before) => {
      const next = new Set(before);
      if (!next.delete(name)) next.add(name);
      return next;
    });
  return (
    <>
      {groups.map(({ name, rows }, at) => (
        <React.Fragment key={name}>
          {flat === 'no' && (
            <tbody className="wo-group">
              <tr>
                <th scope="rowgroup" colSpan={alwaysThere}>
                  <button
                    type="button"
                    className="wo-group-fold"
                    aria-expanded={!folded.has(name)}
                    onClick={() => toggle(name)}
                  >
                    {name} <span className="wo-quiet">{rows.length}</span>
                  </button>
                </th>
              </tr>
            </tbody>
          )}
          {!folded.has(name) &&
            blocksOf(rows).map((block, i) => (
              <Block key={i} count={block.length} first={at < 3 && i === 0}>
                {() => block.map(renderRow)}
              </Block>
            ))}
        </React.Fragment>
      ))}
    </>
  );
}
