/** How a limit is reached goes in; the same comes out where its edge is looked for by acting, and nothing elsewhere. */
import type { LimitConfig, LimitProbeConfig } from '../../config/limits.ts';

export function edgeProbe(config: LimitConfig | undefined): LimitProbeConfig | undefined {
  return config && 'by' in config && config.by !== 'payload' ? config : undefined;
}
