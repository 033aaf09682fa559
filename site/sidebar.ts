/** The order in which the documentation is read. */
export const sidebar = [
  { label: 'Start here', items: [{ slug: 'docs' }] },
  {
    label: 'Plans',
    items: [
      { slug: 'docs/community' },
      { slug: 'docs/relay' },
      { slug: 'docs/pro' },
      { slug: 'docs/msp' },
      { slug: 'docs/side-by-side' },
    ],
  },
  { label: 'What plans decide', items: [{ slug: 'docs/metric-history' }, { slug: 'docs/patrol' }] },
  { label: 'Your contract', items: [{ slug: 'docs/billing' }, { slug: 'docs/older-contracts' }] },
  { label: 'Reference', items: [{ slug: 'docs/reference/plans' }] },
];
