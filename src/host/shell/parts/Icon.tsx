/** The shell's icons: small line drawings of our own, 16 by 16, in the colour of the text around them. */
import * as React from 'react';

const paths = {
  board: 'M2 2.5h3.5v11H2zM6.5 2.5H10v7H6.5zM11 2.5h3.5v9H11z',
  backlog: 'M2 3.5h12M5 8h9M5 12.5h9M2 8h.5M2 12.5h.5',
  sprint: 'M13.5 8a5.5 5.5 0 1 1-2-4.2M13.8 2v3h-3',
  hub: 'M8 1.8l5.5 3v6.4L8 14.2l-5.5-3V4.8zM2.7 4.9L8 8l5.3-3.1M8 8v6',
  item: 'M3.5 1.8h6l3 3v9.4h-9zM9.3 2v3h3M5.5 8h5M5.5 10.8h5',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  chevronRight: 'M6 3.5L10.5 8 6 12.5',
  chevronDown: 'M3.5 6L8 10.5 12.5 6',
  plus: 'M8 3v10M3 8h10',
  check: 'M3 8.5l3.3 3.3L13 4.5',
  tasks: 'M2.5 4l1.2 1.2L6 3M2.5 10.5l1.2 1.2L6 9.5M8.5 4.5h5M8.5 11h5',
  refresh: 'M13.5 8A5.5 5.5 0 1 1 11.6 3.8M13.5 1.8v3h-3',
  save: 'M2.5 2.5h9l2 2v9h-11zM5 2.5v4h5v-4M5 13.5v-4h6v4',
  open: 'M9 2.5h4.5V7M13.5 2.5L7.5 8.5M11.5 9v4.5h-9v-9H7',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 0 0 3.7 3.7l.9-.9',
  edit: 'M3 13l.6-2.8 7.6-7.6 2.2 2.2-7.6 7.6zM9.8 4l2.2 2.2',
  info: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM8 7.3v3.9M8 4.8v.2',
  error: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM8 4.6v4.2M8 11v.2',
  back: 'M13 8H3.500M7.500 4L3.500 8l4 4',
  previous: 'M8 13V3.500M4 7.500L8 3.500l4 4',
  next: 'M8 3v9.500M4 8.500L8 12.500l4-4',
  undo: 'M3 2.500v4h4M3.300 6.500A5.300 5.300 0 1 1 3.200 10.500',
  query:
    'M2 3.500h12M2 7.500h5M2 11.500h4M11 12.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400zM13 12l1.500 1.500',
  warning: 'M8 2.200L14.600 13.800H1.400zM8 6.500v3.500M8 11.900v.2',
  collapse: 'M8.5 4L4.5 8l4 4M12.5 4l-4 4 4 4',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
