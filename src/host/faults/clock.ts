/** The one clock of the server. It shows the time of the machine until somebody sets it. */

export interface ClockState {
  readonly now: string;
  readonly isSet: boolean;
  /** A stopped clock moves only when it is told to. */
  readonly isStopped: boolean;
}

export class ServerClock {
  private offset = 0;
  private stoppedAt: number | null = null;

  constructor(private readonly machine: () => number = Date.now) {}

  readonly now = (): Date => new Date(this.stoppedAt ?? this.machine() + this.offset);

  /** Shows `time` (milliseconds since 1970) from this moment on, running or stopped. */
  set(time: number, mode: 'running' | 'stopped'): void {
    this.offset = time - this.machine();
    this.stoppedAt = mode === 'stopped' ? time : null;
  }

  reset(): void {
    this.offset = 0;
    this.stoppedAt = null;
  }

  state(): ClockState {
    return {
      now: this.now().toISOString(),
      isSet: this.offset !== 0 || this.stoppedAt !== null,
      isStopped: this.stoppedAt !== null,
    };
  }
}
