import type { Openness } from '@xieshang/kernel'

/** Of every version: of what, which, when and in which role it was set, and from when it holds. */
const envelope: ReadonlySet<string> = new Set(['setting', 'version', 'effectiveFrom', 'at', 'by.role', 'by.division'])

/** E4: what of a version of a setting may stand in its chain: what the county set is for everybody, who set it and why is not. */
export const settingOpenness: Openness = {
  isOpenText: (path) => envelope.has(path) || path.startsWith('content.'),
  isHidden: () => false,
}
