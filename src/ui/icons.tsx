/** Our own small icons: azure-devops-ui's come as a font of 705 kB. All are decoration; the control carries the name. */
import * as React from 'react';

function Glyph({ d, size = 16 }: { readonly d: string; readonly size?: number }): React.ReactElement {
  return (
    <svg
      className="wo-icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={d}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export const CloseIcon = () => <Glyph d="M3.5 3.5l9 9M12.5 3.5l-9 9" />;
export const BackIcon = () => <Glyph d="M13 8H3M7 4L3 8l4 4" />;
export const PencilIcon = () => (
  <Glyph d="M3 13l.7-3L10.5 3.2a1.2 1.2 0 0 1 1.7 0l.6.6a1.2 1.2 0 0 1 0 1.7L6 12.3 3 13z" />
);
export const UndoIcon = () => <Glyph d="M6 3L3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H7" />;
export const RedoIcon = () => <Glyph d="M10 3l3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H9" />;
export const DownloadIcon = () => <Glyph d="M8 2.5v8M4.5 7L8 10.5 11.5 7M3 13.5h10" />;
export const InfoIcon = () => <Glyph d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5V11M8 5v.2" />;
export const WarningIcon = () => <Glyph d="M8 2.5L14.2 13H1.8L8 2.5zM8 6.5v3.2M8 11.4v.1" />;
export const CheckIcon = () => <Glyph d="M3 8.5l3.5 3.5L13 4.5" />;
export const SearchIcon = () => <Glyph d="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.4 10.4L14 14" />;
export const MoreIcon = () => <Glyph d="M4.5 6.5L8 10l3.5-3.5" size={12} />;
export const SortUpIcon = () => <Glyph d="M8 13V3.5M4.5 7L8 3.5 11.5 7" size={12} />;
export const SortDownIcon = () => <Glyph d="M8 3v9.5M4.5 9L8 12.5 11.5 9" size={12} />;
export const PeopleIcon = () => (
  <Glyph
    d="M6 8a2.4 2.4 0 1 0 0-4.8A2.4 2.4 0 0 0 6 8zM1.8 13.2c.2-2.2 2-3.5 4.2-3.5s4 1.3 4.2 3.5M10.6 7.8a2 2 0 1 0-.2-4M11.6 9.9c1.5.3 2.5 1.5 2.6 3.3"
    size={20}
  />
);
export const ShieldIcon = ({ size = 16 }: { readonly size?: number }) => (
  <Glyph
    d="M8 1.8l5 1.8v4c0 3.1-2 5.3-5 6.6-3-1.3-5-3.5-5-6.6v-4l5-1.8zM5.8 8l1.6 1.6L10.4 6.4"
    size={size}
  />
);
