/** Small marks of a work item: its type, state, person and tags. */
import * as React from 'react';
import { stateOf, type Process } from '../rest/process';
import type { Identity } from '../rest/work-item';

/** Colours come from the server as "RRGGBB", sometimes with a leading alpha pair. */
function cssColour(hex: string): string {
  const digits = hex.replace(/^#/, '');
  return /^[0-9a-f]{6}$/i.test(digits.slice(-6)) ? `#${digits.slice(-6)}` : 'currentColor';
}

/** Drawings by what a type is called in the processes that Microsoft ships; any other type gets a plain sheet. */
const typeDrawings: Readonly<Record<string, string>> = {
  Epic: 'M2 4.5l3 3L8 2l3 5.5 3-3-1 8.5H3zM3 15h10',
  Feature: 'M4 2h8v3.5a4 4 0 0 1-8 0zM8 9.5v3M5 14h6M4 3H2v1.5a2 2 0 0 0 2 2M12 3h2v1.5a2 2 0 0 1-2 2',
  Bug: 'M5 6a3 3 0 0 1 6 0v4a3 3 0 0 1-6 0zM8 5v8M2 5l3 1.5M14 5l-3 1.5M1.5 9H5M14.500 9H11M2 13l3-1.500M14 13l-3-1.500',
  Task: 'M3 3h10v11H3zM6 1.500h4V4H6zM5.500 9l2 2 3.500-4',
};
const sheet = 'M2 3c2-1 4-1 6 .5C10 2 12 2 14 3v10c-2-1-4-1-6 .5C6 12 4 12 2 13zM8 3.500v10';

export function TypeMark({
  process,
  type,
}: {
  readonly process: Process;
  readonly type: string;
}): JSX.Element {
  const color = cssColour(process.types.get(type)?.color ?? '');
  return (
    <svg
      className="type-mark"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      role="img"
      aria-label={type}
      style={{ color }}
    >
      <title>{type}</title>
      <path
        d={typeDrawings[type] ?? sheet}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}

interface StateMarkProps {
  readonly process: Process;
  readonly type: string;
  readonly state: string;
}

export function StateMark({ process, type, state }: StateMarkProps): JSX.Element {
  const backgroundColor = cssColour(stateOf(process, type, state)?.color ?? 'b2b2b2');
  return (
    <span className="state-mark">
      <span className="dot" style={{ backgroundColor }} aria-hidden="true" />
      {state}
    </span>
  );
}

const coinColours = ['#8764b8', '#005b70', '#a4262c', '#0b6a0b', '#8e562e', '#004e8c', '#5c2e91', '#7a3b00'];

export function Coin({ name }: { readonly name: string }): JSX.Element {
  const letters = name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
  const sum = [...name].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  // The letters are drawn by the style sheet: as text they would count as part of a button's visible name.
  return (
    <span
      className="coin"
      style={{ backgroundColor: coinColours[sum % coinColours.length] }}
      data-letters={letters}
      aria-hidden="true"
    />
  );
}

export function Person({ person }: { readonly person: Identity | undefined }): JSX.Element {
  if (!person) return <span className="person nobody">Unassigned</span>;
  return (
    <span className="person">
      <Coin name={person.displayName} />
      <span className="person-name">{person.displayName}</span>
    </span>
  );
}

interface TagsProps {
  readonly tags: readonly string[];
  /** By the tag in lower case. */
  readonly looks?: ReadonlyMap<string, React.CSSProperties>;
}

export function Tags({ tags, looks }: TagsProps): JSX.Element | null {
  if (tags.length === 0) return null;
  return (
    <ul className="tags" aria-label="Tags">
      {tags.map((tag) => (
        <li key={tag} className="pill" style={looks?.get(tag.toLowerCase())}>
          {tag}
        </li>
      ))}
    </ul>
  );
}
