/** The remark plugin that other sites install: `planproof/remark`. */
export type { DocsData } from '../docs-data.ts';
export { type RemarkPlanproofOptions, remarkPlanproof, remarkPlanproof as default } from './remark-planproof.ts';
