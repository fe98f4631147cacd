/** A message in which {0}, {1} … stand for links; links that are not http(s) stay plain text. */
import * as React from 'react';
import { isWebAddress } from '../page/routing';
import type { LinkedText } from './overlay-stack';

export function LinkedMessage({ message }: { readonly message: LinkedText }): JSX.Element {
  const parts = message.text.split(/(\{\d+\})/);
  return (
    <React.Fragment>
      {parts.map((part, index) => {
        const link = /^\{\d+\}$/.test(part) ? message.links[Number(part.slice(1, -1))] : undefined;
        if (!link) return <React.Fragment key={index}>{part}</React.Fragment>;
        if (!isWebAddress(link.href, window.location.href)) return <span key={index}>{link.name}</span>;
        return (
          <a key={index} href={link.href} target="_blank" rel="noopener noreferrer">
            {link.name}
          </a>
        );
      })}
    </React.Fragment>
  );
}
