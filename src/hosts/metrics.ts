/** Counters and gauges in Prometheus' text form; few enough that no library is needed. */

type Labels = Readonly<Record<string, string>>;
type Kind = 'counter' | 'gauge';

export interface Metrics {
  /** Adds to a counter. Labels are few and closed: never a person, a matter or words. */
  count(name: string, labels?: Labels, n?: number): void;
  /** A value that is read when asked for; one without an answer is left out. */
  gauge(name: string, help: string, read: () => number | null, labels?: Labels): void;
  /** Declares a counter's help, so that it is listed before it first counts. */
  describe(name: string, help: string): void;
  /** `text/plain; version=0.0.4` */
  render(): string;
}

interface Series {
  help: string;
  kind: Kind;
  values: Map<string, () => number | null>;
}

export function createMetrics(): Metrics {
  const series = new Map<string, Series>();
  const counts = new Map<string, number>();

  function seriesOf(name: string, kind: Kind, help: string): Series {
    const known = series.get(name) ?? { help, kind, values: new Map() };
    if (help) known.help = help;
    series.set(name, known);
    return known;
  }

  return {
    count(name, labels = {}, n = 1) {
      const suffix = labelText(labels);
      const key = name + suffix;
      const before = counts.get(key);
      if (before === undefined) seriesOf(name, 'counter', '').values.set(suffix, () => counts.get(key) ?? 0);
      counts.set(key, (before ?? 0) + n);
    },
    gauge(name, help, read, labels = {}) {
      seriesOf(name, 'gauge', help).values.set(labelText(labels), read);
    },
    describe(name, help) {
      seriesOf(name, 'counter', help);
    },
    render() {
      return [...series].map(([name, one]) => renderSeries(name, one)).join('');
    },
  };
}

function renderSeries(name: string, { help, kind, values }: Series): string {
  const lines = [...values].flatMap(([suffix, read]) => {
    const value = read();
    return value === null ? [] : [`${name}${suffix} ${value}\n`];
  });
  return `${help ? `# HELP ${name} ${help}\n` : ''}# TYPE ${name} ${kind}\n${lines.join('')}`;
}

/** @example labelText({ reason: 'signature' }) // '{reason="signature"}' */
function labelText(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, '_')}"`);
  return parts.length > 0 ? `{${parts.join(',')}}` : '';
}
