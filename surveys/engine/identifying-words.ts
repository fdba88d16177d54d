import { questionPlaces } from './condition-places.ts'
import type { Edition, Question } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'

/**
 * Whether a question's words ask who somebody is: name, telephone, door. "Please leave out your name" asks
 * for none. It reads words, not meaning: a person still has to read the question.
 */
export function asksWhoTheyAre({ title, hint, read }: Question, words = forChildren): boolean {
  return [title, hint, read]
    .flatMap((text) => (text ? Object.values(text) : []))
    .flatMap((text) => text?.split(/[。，！？；!?;\n]|\.\s/) ?? [])
    .some((sentence) => words.test(sentence) && !refusal.test(sentence.replace(eitherOr, '')))
}

/** Questions for adults whose words ask for what nobody needs (PIPL 6): told to the author, who may have a reason. */
export function identifyingQuestions(path: string, edition: Edition): DefinitionProblem[] {
  if (edition.audience !== 'adult') return []
  return questionPlaces(path, edition)
    .filter(({ question }) => asksWhoTheyAre(question, forAdults))
    .map(({ path, question }) => ({ path, kind: 'asks-who-you-are', about: question.id }))
}

const forAdults =
  /姓名|身份证|手机|电话号码|联系电话|微信号|门牌|出生日期|生日|(?:工作|所在)单位|\b(?:full name|your name|id (?:card|number)|(?:tele)?phone number|door number|date of birth|birthday|employer)\b/i

const forChildren =
  /姓名|名字|叫什么|身份证|手机|电话|微信|门牌|住址|地址|几号楼|哪(?:个|一)?(?:幢|栋|楼)|几室|学校|班级|几班|生日|出生|\b(?:names?|called|id (?:card|number)|(?:tele)?phone|wechat|address|door number|school|which class|birthday|born)\b/i

/** 要不要, 写不写: a question, not a no. */
const eitherOr = /(.)不\1/g

const refusal =
  /不(?:要|用|必|需|写|收|填)|别写|请勿|无需|\b(?:no|not|never|without|leave out|don[’']t)\b/i
