/** A gate goes in; the request that acts at it once, and how that is taken back, come out, or nothing where the configuration does not say. */
import type { LimitProbeConfig } from '../../config/limits.ts';
import type { RequestConfig } from '../../config/requests.ts';
import type { ApiSurface } from '../../config/types.ts';

export interface GateRequest {
  request: RequestConfig;
  undo?: NonNullable<LimitProbeConfig['undo']>;
}

export function limitRequest({ limits = {} }: ApiSurface, key: string, operation: string): GateRequest | undefined {
  const config = limits[key];
  if (config && 'request' in config) return { request: config, ...(config.undo && { undo: config.undo }) };
  return operation.startsWith('GET ') && !config ? { request: { request: operation } } : undefined;
}
