import type { SmsContent } from './content.ts'

/** Signs for a place whose name is not known. */
export const unnamed = '社区协商'

/** Every sentence that goes out by SMS. */
export function sentences(content: SmsContent, title: string, room: string, time: (instant: string) => string): string {
  switch (content.kind) {
    case 'notice':
      return content.meeting === undefined
        ? `请您参加“${title}”协商，详情：`
        : `请您参加“${title}”协商，${time(content.meeting.at)}，${room}。详情：`
    case 'ballot':
      return content.closesAt === undefined
        ? `“${title}”开始表决，请投票：`
        : `“${title}”开始表决，${time(content.closesAt)}截止，请投票：`
    case 'ended':
      return `“${title}”协商不再进行，原因：`
    case 'outcome':
      return `“${title}”协商结果已公示：`
  }
}
