import { text } from '@xieshang/kernel'
import { choice, type Fields, hinted, line, optional, schemaOf } from '../fields/index.ts'
import { phoneInput } from '../phone/phone.ts'
import { namesOf } from '../taxonomy/keys.ts'
import { participantCategories, participantClasses } from '../taxonomy/participants.ts'

/** S3: one person who is put on the register of a village. */
export const newPersonFields = {
  name: line(text('姓名', 'Name'), 40),
  phone: hinted(
    optional({ ...line(text('手机号', 'Mobile number'), 20), schema: phoneInput }),
    text('没有手机可不填，之后由经办人入户告知', 'may stay empty; an officer then tells this person at the door'),
  ),
  category: { ...choice(text('代表类别', 'Category'), namesOf(participantCategories)), first: () => 'resident' },
  class: { ...choice(text('主体类型', 'Class'), namesOf(participantClasses)), first: () => 'localResident' },
} satisfies Fields

export const newPersonSchema = schemaOf(newPersonFields)
