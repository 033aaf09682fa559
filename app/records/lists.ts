/** The lists that a capability opens: where they are asked for, what they are called, and what their columns say. */

import type { Schema } from '../database/schema.ts';

export interface Column {
  readonly field: string;
  readonly label: string;
  /** `moment` is shown as date and time, `day` as date; anything else as it is, followed by the unit. */
  readonly shows?: 'moment' | 'day';
  readonly unit?: string;
}

export interface ListDefinition {
  readonly table: keyof Schema & string;
  readonly api: `GET /api/${string}`;
  /** The page that shows it, with the name of its table; a list without one is for machines only. */
  readonly page?: { readonly path: string; readonly nav: string; readonly caption: string; readonly about: string };
  readonly columns: readonly Column[];
  /** The column whose newest row comes first; in the order of adding when left out. */
  readonly newestBy?: string;
  /** For providers who look after clients: not offered in the navigation of who has none. */
  readonly forProviders?: true;
}

export const LISTS: readonly ListDefinition[] = [
  {
    table: 'relay_connection',
    api: 'GET /api/relay',
    page: {
      path: '/settings/relay',
      nav: 'Remote access',
      caption: 'Relay connections',
      about: 'Who reaches this Pulse from outside, and through which region.',
    },
    columns: [
      { field: 'name', label: 'Connection' },
      { field: 'region', label: 'Region' },
      { field: 'round_trip_ms', label: 'Round trip', unit: 'ms' },
      { field: 'connected_at', label: 'Connected since', shows: 'moment' },
    ],
  },
  {
    table: 'push_target',
    api: 'GET /api/push',
    columns: [
      { field: 'phone', label: 'Phone' },
      { field: 'delivered', label: 'Delivered' },
      { field: 'paired_at', label: 'Paired', shows: 'day' },
    ],
  },
  {
    table: 'agent_profile',
    api: 'GET /api/agent-profiles',
    page: {
      path: '/settings/agent-profiles',
      nav: 'Agent profiles',
      caption: 'Agent profiles',
      about: 'One place for what is measured, and how often.',
    },
    columns: [
      { field: 'name', label: 'Profile' },
      { field: 'applies_to', label: 'Applies to' },
      { field: 'every_seconds', label: 'Measures every', unit: 's' },
      { field: 'changed_at', label: 'Changed', shows: 'day' },
    ],
  },
  {
    table: 'role',
    api: 'GET /api/roles',
    page: { path: '/settings/roles', nav: 'Roles', caption: 'Roles', about: 'Who may see and change what.' },
    columns: [
      { field: 'name', label: 'Role' },
      { field: 'may', label: 'May' },
      { field: 'people', label: 'People' },
    ],
  },
  {
    table: 'sso_provider',
    api: 'GET /api/sso',
    page: {
      path: '/settings/sso',
      nav: 'Single sign-on',
      caption: 'Sign-in providers',
      about: 'The providers that people use in place of a password.',
    },
    columns: [
      { field: 'name', label: 'Provider' },
      { field: 'protocol', label: 'Protocol' },
      { field: 'domain', label: 'For addresses at' },
      { field: 'added_at', label: 'Added', shows: 'day' },
    ],
  },
  {
    table: 'audit_entry',
    newestBy: 'at',
    api: 'GET /api/audit',
    page: {
      path: '/settings/audit',
      nav: 'Audit log',
      caption: 'Audit log',
      about: 'Who did what, and when. The newest entry comes first.',
    },
    columns: [
      { field: 'at', label: 'When', shows: 'moment' },
      { field: 'actor', label: 'Who' },
      { field: 'action', label: 'What' },
      { field: 'target', label: 'Where' },
    ],
  },
  {
    table: 'report',
    api: 'GET /api/reports',
    page: {
      path: '/reports',
      nav: 'Reports',
      caption: 'Reports',
      about: 'Ready to hand to people who do not sign in.',
    },
    columns: [
      { field: 'title', label: 'Report' },
      { field: 'format', label: 'Format' },
      { field: 'covers', label: 'Covers' },
      { field: 'made_at', label: 'Made', shows: 'moment' },
    ],
  },
  {
    table: 'probe',
    api: 'GET /api/probes',
    page: {
      path: '/probes',
      nav: 'External probes',
      caption: 'External probes',
      about: 'What your services look like from the outside.',
    },
    columns: [
      { field: 'target', label: 'Target' },
      { field: 'location', label: 'Seen from' },
      { field: 'response_ms', label: 'Response', unit: 'ms' },
      { field: 'checked_at', label: 'Checked', shows: 'moment' },
    ],
  },
  {
    table: 'patrol_fix',
    api: 'GET /api/patrol/fixes',
    page: {
      path: '/patrol/fixes',
      nav: 'Fixes',
      caption: 'Verified fixes',
      about: 'What Pulse Patrol mended, and checked afterwards.',
    },
    columns: [
      { field: 'problem', label: 'Problem' },
      { field: 'fix', label: 'Fix' },
      { field: 'system', label: 'System' },
      { field: 'verified_at', label: 'Verified', shows: 'moment' },
    ],
  },
  {
    table: 'client',
    api: 'GET /api/clients',
    page: { path: '/clients', nav: 'Clients', caption: 'Clients', about: 'The organisations that you look after.' },
    columns: [
      { field: 'name', label: 'Client' },
      { field: 'contact', label: 'Contact' },
      { field: 'since', label: 'Client since', shows: 'day' },
    ],
    forProviders: true,
  },
];
