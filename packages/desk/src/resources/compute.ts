import { arn, type Make, object, objects, text } from './context.ts'

/** The desk is Node: what is written in another language, or stands in the template itself, it cannot run. */
export const lambda: Make = (desk, stack, id, properties) => {
  if (!text(properties.Runtime).startsWith('nodejs') || object(properties.Code).S3Key === undefined) return undefined
  const started = desk.startFunction(stack, id, properties)
  const functionArn = arn(desk, 'lambda', `function:${started.name}`)
  desk.functions.set(functionArn, started)
  desk.functions.set(started.name, started)
  return { ref: started.name, attributes: { Arn: functionArn } }
}

export const eventSourceMapping: Make = (desk, _stack, id, properties) => {
  desk.eventSources.push(properties)
  return { ref: id, attributes: { Id: id } }
}

export const rule: Make = (desk, _stack, id, properties) => {
  const expression = text(properties.ScheduleExpression)
  if (expression !== '' && text(properties.State) !== 'DISABLED')
    desk.schedules.push({
      expression,
      timeZone: 'UTC',
      targets: objects(properties.Targets).map((target) => ({
        arn: text(target.Arn),
        input: target.Input === undefined ? {} : JSON.parse(text(target.Input)),
      })),
    })
  return { ref: id, attributes: { Arn: arn(desk, 'events', `rule/${id}`) } }
}

export const schedule: Make = (desk, _stack, id, properties) => {
  const target = object(properties.Target)
  if (text(properties.State) !== 'DISABLED')
    desk.schedules.push({
      expression: text(properties.ScheduleExpression),
      timeZone: text(properties.ScheduleExpressionTimezone) || 'UTC',
      targets: [{ arn: text(target.Arn), input: target.Input === undefined ? {} : JSON.parse(text(target.Input)) }],
    })
  return { ref: id, attributes: { Arn: arn(desk, 'scheduler', `schedule/default/${id}`) } }
}

export const kmsKey: Make = (desk, stack, id) => {
  const key = desk.kms.keyFor(`${stack.name}/${id}`)
  return { ref: key, attributes: { Arn: desk.kms.arnOf(key), KeyId: key } }
}
