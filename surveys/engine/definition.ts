import * as v from 'valibot'
import { ConditionSchema } from './condition.ts'
import { TextSchema } from './text.ts'

const Id = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_]{0,40}$/))
const Slug = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/))
const MailboxCode = v.pipe(v.string(), v.regex(/^[A-Z0-9]{3,12}$/))
const Drawing = v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}$/)))

/** `other` invites the resident to write; `exclusive` clears every other pick; `pinned` keeps its place when options are shuffled. */
export const OptionSchema = v.strictObject({
  id: Id,
  label: TextSchema,
  other: v.optional(v.boolean()),
  exclusive: v.optional(v.boolean()),
  pinned: v.optional(v.boolean()),
  picture: Drawing,
  showIf: v.optional(ConditionSchema),
})

const asked = {
  id: Id,
  /** What is printed before the title: "7", "18a". Quality marks and notes have none. */
  number: v.optional(v.pipe(v.string(), v.maxLength(6))),
  title: TextSchema,
  hint: v.optional(TextSchema),
  showIf: v.optional(ConditionSchema),
}

const Labelled = v.strictObject({ id: Id, label: TextSchema, picture: Drawing })

const SingleSchema = v.strictObject({
  ...asked,
  kind: v.literal('single'),
  options: v.pipe(v.array(OptionSchema), v.maxLength(200)),
  /** Offer what was picked in this earlier multiple or pair question, before the question's own options. */
  carriedFrom: v.optional(Id),
  shuffle: v.optional(v.boolean()),
})

const MultipleSchema = v.strictObject({
  ...asked,
  kind: v.literal('multiple'),
  options: v.pipe(v.array(OptionSchema), v.minLength(1), v.maxLength(30)),
  min: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  shuffle: v.optional(v.boolean()),
})

/** One choice in each row. */
const MatrixSchema = v.strictObject({
  ...asked,
  kind: v.literal('matrix'),
  rows: v.pipe(v.array(Labelled), v.minLength(1), v.maxLength(40)),
  options: v.pipe(v.array(Labelled), v.minLength(2), v.maxLength(12)),
})

/** Labelled points from best to worst; "don't know" is shown but stays outside the base. */
const ScaleSchema = v.strictObject({
  ...asked,
  kind: v.literal('scale'),
  points: v.pipe(v.array(Labelled), v.minLength(2), v.maxLength(11)),
  dontKnow: v.optional(Labelled),
})

/** This or that, several times; which stands left is random. */
const PairSchema = v.strictObject({
  ...asked,
  kind: v.literal('pair'),
  pairs: v.pipe(
    v.array(v.strictObject({ id: Id, options: v.tuple([Labelled, Labelled]) })),
    v.minLength(1),
    v.maxLength(15),
  ),
})

const NumberSchema = v.strictObject({
  ...asked,
  kind: v.literal('number'),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
  whole: v.optional(v.boolean()),
  unit: v.optional(TextSchema),
})

const TextQuestionSchema = v.strictObject({
  ...asked,
  kind: v.literal('text'),
  long: v.optional(v.boolean()),
  /** Graphemes, what a reader would call characters. */
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000)),
})

const NoteSchema = v.strictObject({ ...asked, kind: v.literal('note') })

export const QuestionSchema = v.variant('kind', [
  SingleSchema,
  MultipleSchema,
  MatrixSchema,
  ScaleSchema,
  PairSchema,
  NumberSchema,
  TextQuestionSchema,
  NoteSchema,
])

const SectionSchema = v.strictObject({
  id: Id,
  title: v.optional(TextSchema),
  intro: v.optional(TextSchema),
  showIf: v.optional(ConditionSchema),
  questions: v.pipe(v.array(QuestionSchema), v.minLength(1)),
})

/** What the law wants said before asking (PIPL 17), paragraph by paragraph. `{phone}` and the like are filled in at the desk. */
export const NoticeSchema = v.strictObject({
  heading: TextSchema,
  paragraphs: v.pipe(
    v.array(v.strictObject({ label: v.optional(TextSchema), body: TextSchema })),
    v.minLength(1),
  ),
  agree: TextSchema,
  decline: TextSchema,
})

export const EditionSchema = v.strictObject({
  audience: v.picklist(['adult', 'child']),
  title: TextSchema,
  door: TextSchema,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  intro: TextSchema,
  closing: TextSchema,
  /** For a child this is the guardian's notice, and `assent` is what the child is asked. */
  notice: NoticeSchema,
  assent: v.optional(NoticeSchema),
  sections: v.pipe(v.array(SectionSchema), v.minLength(1)),
})

/** Links questions of different editions that ask about the same thing, option by option; never added together. */
export const TopicSchema = v.strictObject({
  id: Slug,
  title: TextSchema,
  questions: v.pipe(
    v.array(v.strictObject({ audience: v.picklist(['adult', 'child']), question: Id })),
    v.minLength(2),
  ),
  items: v.pipe(
    v.array(v.strictObject({ id: Id, label: TextSchema, options: v.record(Id, v.array(Id)) })),
    v.minLength(1),
  ),
})

const NeighbourhoodSchema = v.strictObject({
  id: Slug,
  name: TextSchema,
  households: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  mailboxes: v.array(v.strictObject({ code: MailboxCode, name: TextSchema, place: TextSchema })),
})

export const ConsultationSchema = v.strictObject({
  format: v.literal(1),
  id: Slug,
  title: TextSchema,
  background: TextSchema,
  collectionDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)),
  neighbourhoods: v.pipe(v.array(NeighbourhoodSchema), v.minLength(1)),
  editions: v.pipe(v.array(EditionSchema), v.minLength(1), v.maxLength(2)),
  topics: v.array(TopicSchema),
})

export type Option = v.InferOutput<typeof OptionSchema>
export type Question = v.InferOutput<typeof QuestionSchema>
export type QuestionOf<K extends Question['kind']> = Extract<Question, { kind: K }>
export type Section = v.InferOutput<typeof SectionSchema>
export type Notice = v.InferOutput<typeof NoticeSchema>
export type Edition = v.InferOutput<typeof EditionSchema>
export type Audience = Edition['audience']
export type Topic = v.InferOutput<typeof TopicSchema>
export type Consultation = v.InferOutput<typeof ConsultationSchema>
