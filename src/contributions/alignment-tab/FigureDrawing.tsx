/** Figure 1 drawn: threats on the left, stories with their clauses on the right, links as lines, loose ends marked. */
import * as React from 'react';
import { WarningIcon } from '../../ui/icons';
import { SeverityMark } from '../../ui/Marks';
import { counted } from '../../ui/words';
import { ClauseWords } from '../tab-parts/Facts';
import { ItemLink } from '../tab-parts/ItemLink';
import type { FigureProps } from './FigureCard';
import { useLines } from './figure-lines';
import type { Line } from './figure-lines';
import type { FigureMap, MapStory, MapThreat } from './figure-map';

/** Boxes drawn at once; a picture with more is read as a table or by its findings. */
const portion = 30;

function Lines({ lines, lit }: { readonly lines: readonly Line[]; readonly lit: string | undefined }) {
  return (
    <svg className="wo-map-lines" aria-hidden="true" focusable="false">
      {lines.map(({ key, ends, path, tone, mark }) => {
        const dim = lit !== undefined && !ends.includes(lit) ? 'wo-dim' : '';
        return (
          <g key={key} className={`wo-line wo-line-${tone} ${dim}`}>
            <path d={path} />
            {mark && (
              <>
                <circle cx={mark.x} cy={mark.y} r="9" />
                <text x={mark.x} y={mark.y + 4}>
                  ?
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}

interface MarkProps {
  readonly findings: readonly string[];
  readonly about: string;
  readonly onFinding: FigureProps['onFinding'];
}

function FindingMark({ findings, about, onFinding }: MarkProps): React.ReactElement | null {
  const [first] = findings;
  if (first === undefined) return null;
  const label = `${counted(findings.length, 'finding')} about ${about}`;
  return (
    <button
      type="button"
      className="wo-map-mark"
      title={label}
      aria-label={label}
      onClick={() => onFinding(first)}
    >
      <WarningIcon />
    </button>
  );
}

/** Lights up what belongs together, by pointer and by keyboard alike. */
function lighting(key: string, light: (key: string | undefined) => void) {
  return {
    onMouseEnter: () => light(key),
    onMouseLeave: () => light(undefined),
    onFocus: () => light(key),
    onBlur: () => light(undefined),
  };
}

interface BoxProps {
  readonly map: FigureMap;
  readonly light: (key: string | undefined) => void;
  readonly onFinding: FigureProps['onFinding'];
}

function ThreatBox({ threat: box, map, light, onFinding }: BoxProps & { readonly threat: MapThreat }) {
  const { key, threat, severity, findings } = box;
  const own = map.links.filter((link) => link.threat === key);
  const marks = [...findings, ...own.flatMap((link) => link.findings)];
  const stories = [...new Set(own.map(({ story }) => `#${story}`))];
  return (
    <li className="wo-map-box wo-map-threat" data-anchor={key} {...lighting(key, light)}>
      <div className="wo-map-line">
        <SeverityMark name={severity} />
        <FindingMark findings={marks} about={threat.title} onFinding={onFinding} />
      </div>
      <div className="wo-map-title" title={threat.title}>
        {threat.title}
      </div>
      <span className="wo-hidden">
        {stories.length === 0 ? 'Linked to no story' : `Linked to ${stories.join(', ')}`}
      </span>
    </li>
  );
}

function StoryBox({ story: box, light, onFinding }: BoxProps & { readonly story: MapStory }) {
  const { key, story, clauses, findings } = box;
  const { item } = story;
  return (
    <li className="wo-map-box wo-map-story" {...lighting(key, light)}>
      <div className="wo-map-line wo-map-story-head" data-anchor={key}>
        <ItemLink id={item.id} title={item.title} />
        <FindingMark findings={findings} about={`#${item.id}`} onFinding={onFinding} />
      </div>
      {clauses.length > 0 && (
        <ul>
          {clauses.map((clause) => (
            <li key={clause.key} className="wo-map-clause" data-anchor={clause.key}>
              <ClauseWords text={clause.clause.text} />
              <FindingMark findings={clause.findings} about="this clause" onFinding={onFinding} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Legend(): React.ReactElement {
  return (
    <ul className="wo-legend" aria-hidden="true">
      <li>
        <span className="wo-key wo-key-aligned" /> Linked
      </li>
      <li>
        <span className="wo-key wo-key-warning" /> Linked, with a finding
      </li>
      <li>
        <span className="wo-key-mark">?</span> Missing link, or more
      </li>
    </ul>
  );
}

export function FigureDrawing({ map, onFinding }: FigureProps): React.ReactElement {
  const container = React.useRef<HTMLDivElement>(null);
  const [lit, setLit] = React.useState<string | undefined>(undefined);
  const [shown, setShown] = React.useState(portion);
  const lines = useLines(map, container, shown);
  const hidden = Math.max(map.threats.length, map.stories.length) - shown;
  const parts = { map, light: setLit, onFinding };
  return (
    <>
      <div className="wo-map" ref={container}>
        <div className="wo-map-side">
          <h3>Threats</h3>
          <ul>
            {map.threats.slice(0, shown).map((threat) => (
              <ThreatBox key={threat.key} threat={threat} {...parts} />
            ))}
          </ul>
        </div>
        <div className="wo-map-side">
          <h3>Stories and their WITHOUT clauses</h3>
          <ul>
            {map.stories.slice(0, shown).map((story) => (
              <StoryBox key={story.key} story={story} {...parts} />
            ))}
          </ul>
        </div>
        <Lines lines={lines} lit={lit} />
      </div>
      {hidden > 0 && (
        <button type="button" className="wo-link" onClick={() => setShown((before) => before + portion)}>
          Show more ({hidden} left)
        </button>
      )}
      <Legend />
    </>
  );
}
