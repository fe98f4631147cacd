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
  back: 'M13 8H3.500M7.5 4L3.5 8l4 4',
  previous: 'M8 13V3.500M4 7.500L8 3.500l4 4',
  next: 'M8 3v9.500M4 8.500L8 12.500l4-4',
  undo: 'M3 2.500v4h4M3.3 6.500A5.3 5.3 0 1 1 3.2 10.5',
  query:
    'M2 3.500h12M2 7.500h5M2 11.500h4M11 12.500a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.400zM13 12l1.5 1.5',
  warning: 'M8 2.200L14.6 13.800H1.400zM8 6.500v3.500M8 11.900v.2',
  dashboard: 'M2 2.500h5v6H2zM9 2.500h5v3H9zM2 10.500h5v3H2zM9 7.500h5v6H9z',
  repos:
    'M5 3.500a1.5 1.5 0 1 0 .01 0zM5 6.500v4M5 10.500a1.5 1.5 0 1 0 .01 0zM11 5.500a1.5 1.5 0 1 0 .01 0zM11 8.500c0 2-3 2-4.5 2.5',
  pipelines: 'M2 4.500h5v7h7M11.5 9l2.5 2.5-2.5 2.500M4.5 2v5',
  testPlans: 'M6 2v4.500L2.5 13a1 1 0 0 0 .9 1.500h9.200a1 1 0 0 0 .9-1.500L10 6.500V2M5 2h6M4.5 10h7',
  plan: 'M2 2v12M2 4.5h6M5 8h6M8 11.5h6',
  settings:
    'M8 5.800a2.2 2.2 0 1 0 .01 0zM8 1.800v2M8 12.200v2M1.8 8h2M12.2 8h2M3.6 3.600L5 5M11 11l1.4 1.400M12.4 3.600L11 5M5 11l-1.4 1.4',
  home: 'M2.5 7.500L8 2.500l5.5 5M4 6.500v7h8v-7M6.8 13.500v-4h2.400v4',
  people:
    'M6 7.500a2.3 2.3 0 1 0-.01 0zM2 13.500c0-2.5 1.7-4 4-4s4 1.5 4 4M11 7.500a1.8 1.8 0 1 0-.8-3.500M11.5 9.800c1.6.2 2.6 1.5 2.6 3.7',
  panel: 'M2 2.500h12v11H2zM10 2.500v11',
  folder: 'M2 4h4.500l1.5 1.800h6v7.700H2z',
  extension: 'M3 6h3.200a1.7 1.7 0 1 1 3.3 0H13v3.300a1.7 1.7 0 1 0 0 3.200V14H3z',
  menu: 'M2 4h12M2 8h12M2 12h12',
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
