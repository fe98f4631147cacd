/** The hub, drawn over a small world with one model; for tests of whole screens. */
import { act, render } from '@testing-library/react';
import { TextDecoder, TextEncoder } from 'node:util';
import * as React from 'react';
import type { App } from '../../../app/app';
import type { Documents } from '../../../app/ports';
import type { Model } from '../../../core/model/model';
import { Hub } from '../Hub';
import { hubWorld, MemoryNavigation, smallModel } from './hub-world';

// jsdom has neither, every browser has both.
Object.assign(globalThis, { TextDecoder, TextEncoder });

/** Draws the hub and waits until its first question to the page is answered. */
export async function showHub(app: App, navigation: MemoryNavigation): Promise<void> {
  await act(async () => {
    render(<Hub app={app} navigation={navigation} />);
    await Promise.resolve();
  });
}

export interface ShopGiven<D extends Documents> {
  readonly documents: D;
  readonly query?: Record<string, string>;
  /** Changes the small model before it is stored. */
  readonly change?: (model: Model) => Model;
}

/** Stores the small model ("Web shop"), perhaps changed, and opens it. */
export async function openShop<D extends Documents>({ documents, query = {}, change }: ShopGiven<D>) {
  const world = hubWorld(documents);
  const plain = smallModel(world.app, ['Stolen password', 'Forged order', 'Flooded search']);
  const model = change ? change(plain) : plain;
  await world.app.createModel(model);
  const navigation = new MemoryNavigation({ model: model.info.id, ...query });
  await showHub(world.app, navigation);
  const stored = async () => (await world.app.openModel(model.info.id)).model;
  return { ...world, navigation, model, stored };
}
