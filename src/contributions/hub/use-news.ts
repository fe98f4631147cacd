/** What others save shows here within seconds, while the page is visible: a look at the small notes, not at the model. */
import * as React from 'react';
import type { ModelSession } from './session';

/** Milliseconds between two looks at the notes of others. */
const lookEvery = 4_000;
/** After failed looks it waits longer, up to this. */
const lookAtLeastEvery = 60_000;
/** Whoever writes without a note (an older version, another tool) is seen at this pace. */
const readEvery = 60_000;

/** One look after another, each after the answer to the one before. */
class News {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = lookEvery;
  /** When the model was read last, as far as this knows. */
  private read = Date.now();

  constructor(private readonly session: ModelSession) {
    this.wait();
  }

  /**
   * The page got attention: what is shown should be what is stored. Every press into the frame after one beside it comes
   * by here, so the notes are asked before a model of some megabytes is.
   */
  readonly attend = (): void => {
    if (document.visibilityState !== 'visible') return;
    void this.session.lookForNews().then(this.readInTime, this.readInTime);
  };

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private wait(): void {
    this.timer = setTimeout(() => void this.turn(), this.pause);
  }

  private async turn(): Promise<void> {
    const timer = this.timer;
    if (document.visibilityState === 'visible') await this.look();
    if (this.timer === timer) this.wait();
  }

  private async look(): Promise<void> {
    try {
      await this.session.lookForNews();
      this.pause = lookEvery;
    } catch {
      this.pause = Math.min(this.pause * 2, lookAtLeastEvery);
    }
    await this.readInTime();
  }

  private readonly readInTime = async (): Promise<void> => {
    if (Date.now() - this.read < readEvery) return;
    this.read = Date.now();
    await this.session.refresh();
  };
}

export function useNews(session: ModelSession): void {
  React.useEffect(() => {
    const news = new News(session);
    window.addEventListener('focus', news.attend);
    document.addEventListener('visibilitychange', news.attend);
    return () => {
      news.stop();
      window.removeEventListener('focus', news.attend);
      document.removeEventListener('visibilitychange', news.attend);
    };
  }, [session]);
}
