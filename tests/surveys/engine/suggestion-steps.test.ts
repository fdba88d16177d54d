import { expect, test } from 'vitest'
import { type SuggestionFacts, stepsDone } from '../../../surveys/engine/suggestion-steps.ts'

const fresh: SuggestionFacts = {
  ...{ isRegistered: false, category: '', isTogether: false, isAssigned: false, isHandled: false },
  ...{ isAnswered: false, isPublic: false, isRated: false, isArchived: false },
}

test.each<[string, Partial<SuggestionFacts>, string[]]>([
  ['that has only come', {}, ['received']],
  ['that was registered', { isRegistered: true }, ['received', 'registered']],
  [
    'that was sorted',
    { isRegistered: true, category: '绿化' },
    ['received', 'registered', 'sorted'],
  ],
  [
    'that was put with others',
    { isRegistered: true, isTogether: true },
    ['received', 'registered', 'sorted'],
  ],
  [
    'that a unit has been given',
    { isRegistered: true, category: '绿化', isAssigned: true },
    ['received', 'registered', 'sorted', 'assigned'],
  ],
  [
    'that a unit works on',
    { isRegistered: true, category: '绿化', isAssigned: true, isHandled: true },
    ['received', 'registered', 'sorted', 'assigned', 'handling'],
  ],
  [
    'that was passed on to another office',
    { isRegistered: true, isAnswered: true },
    ['received', 'registered', 'answered'],
  ],
  [
    'whose wording is public without a reply',
    { isRegistered: true, isPublic: true },
    ['received', 'registered'],
  ],
])('of a suggestion %s just that much is behind it', (_, facts, steps) => {
  expect(stepsDone({ ...fresh, ...facts })).toEqual(steps)
})
