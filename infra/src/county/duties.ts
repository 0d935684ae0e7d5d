import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import type { Ground } from './ground.ts'

/** What is owed, worked out once a day (G3). */
export function defineDuties(ground: Ground): void {
  const duties = ground.define('duties', 'works out once a day what is owed', {
    needs: { table: [{ verbs: ['GetItem', 'Query', 'BatchGetItem', 'PutItem', 'DeleteItem'] }] },
    timeout: Duration.minutes(5),
  })
  new Rule(ground.stack, 'daily-round', {
    description: 'Duties that begin by the calendar; a round that was cut off goes on',
    schedule: Schedule.rate(Duration.minutes(10)),
    targets: [new LambdaTarget(duties, { retryAttempts: 2 })],
  })
}
