/** What a call of SNS says, read from its form. */
export type Published = { readonly attributes: Record<string, string>; readonly body: string }

const attributesAt = (form: URLSearchParams, prefix: string): Record<string, string> => {
  const attributes: Record<string, string> = {}
  for (let at = 1; form.has(`${prefix}MessageAttributes.entry.${at}.Name`); at++) {
    const type = form.get(`${prefix}MessageAttributes.entry.${at}.Value.DataType`)
    if (type !== 'String') throw new Error(`SNS takes no attribute of the type ${type}`)
    attributes[form.get(`${prefix}MessageAttributes.entry.${at}.Name`) ?? ''] =
      form.get(`${prefix}MessageAttributes.entry.${at}.Value.StringValue`) ?? ''
  }
  return attributes
}

const answer = (action: string, result: string) =>
  `<${action}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><${action}Result>${result}</${action}Result></${action}Response>`

/** Answers a call of SNS: a message to a phone, one to a topic, or a batch of them. */
export function answerSns(
  form: URLSearchParams,
  to: {
    readonly phone: (number: string, text: string) => string
    readonly topic: (arn: string, message: Published) => void
  },
): string {
  const arn = form.get('TopicArn') ?? ''
  if (form.get('Action') === 'Publish') {
    const number = form.get('PhoneNumber')
    const text = form.get('Message') ?? ''
    if (number === null) to.topic(arn, { attributes: attributesAt(form, ''), body: text })
    const id = number === null ? 'topic' : to.phone(number, text)
    return answer('Publish', `<MessageId>${id}</MessageId>`)
  }
  const taken: string[] = []
  for (let entry = 1; form.has(`PublishBatchRequestEntries.member.${entry}.Id`); entry++) {
    const prefix = `PublishBatchRequestEntries.member.${entry}.`
    to.topic(arn, { attributes: attributesAt(form, prefix), body: form.get(`${prefix}Message`) ?? '' })
    taken.push(`<member><Id>${form.get(`${prefix}Id`)}</Id><MessageId>m</MessageId></member>`)
  }
  return answer('PublishBatch', `<Successful>${taken.join('')}</Successful><Failed/>`)
}
